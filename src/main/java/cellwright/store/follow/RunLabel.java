package cellwright.store.follow;

/**
 * Which run something belongs to, in the words by which a store finds it.
 *
 * @param lab the laboratory
 * @param channel the channel's name
 * @param cell the cell's name
 * @param run the run's name, unique in the laboratory
 * @param simulated whether no matter moved
 */
public record RunLabel(String lab, String channel, String cell, String run, boolean simulated) {}
