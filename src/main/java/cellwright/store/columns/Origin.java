package cellwright.store.columns;

/**
 * Which run a store is made from, so that it is never taken for another's.
 *
 * @param run the run's name, as its card says
 * @param protocolSha256 hash of the protocol's snapshot
 */
public record Origin(String run, String protocolSha256) {}
