package cellwright.scpi.dialect;

/**
 * How the cell is connected and how long is integrated.
 *
 * @param fourWires whether the voltage is sensed by leads of its own
 * @param rear the terminals of the rear panel instead of the front
 * @param cycles mains cycles a measurement is integrated over, 0.01 to 10
 */
public record Wiring(boolean fourWires, boolean rear, double cycles) {
    private static final double CLOSE = 1e-3;

    Check terminals() {
        return new Check.Word(rear ? "REAR" : "FRON");
    }

    Check integration() {
        return new Check.Near(cycles, CLOSE * cycles);
    }
}
