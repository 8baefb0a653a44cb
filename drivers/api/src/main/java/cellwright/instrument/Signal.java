package cellwright.instrument;

/**
 * A named quantity an instrument can report or regulate, in one SI unit.
 *
 * <p>Two signals are the same if name and unit are the same; drivers may define more than those listed here.
 *
 * @param name lower-case words, unique within a channel, for example {@code voltage}
 * @param unit the SI unit of every value of this signal
 */
public record Signal(String name, Unit unit) {
    /** Cell voltage between the sense leads, working against counter electrode. */
    public static final Signal VOLTAGE = new Signal("voltage", Unit.VOLT);
    /** Cell current; positive charges the cell. */
    public static final Signal CURRENT = new Signal("current", Unit.AMPERE);
    /** The instrument's own coulomb counter: net charge into the cell since an instant of its choice. */
    public static final Signal CHARGE = new Signal("charge", Unit.COULOMB);
    /** Temperature of the cell, or of the chamber where the cell has no sensor. */
    public static final Signal TEMPERATURE = new Signal("temperature", Unit.KELVIN);
    /** Stack pressure: force on the cell divided by its area. */
    public static final Signal PRESSURE = new Signal("pressure", Unit.PASCAL);
    /** Force on the cell stack. */
    public static final Signal FORCE = new Signal("force", Unit.NEWTON);
}
