package cellwright.alicat;

import java.util.Optional;

/** What a pressure controller can regulate, by the instrument's numbers: that of the set-point and that of the measured value. */
enum Variable {
    ABSOLUTE(34, 2, "absolute pressure"),
    GAUGE(38, 6, "gauge pressure"),
    DIFFERENTIAL(39, 7, "differential pressure");

    private final int setpoint;
    private final int measured;
    private final String words;

    Variable(int setpoint, int measured, String words) {
        this.setpoint = setpoint;
        this.measured = measured;
        this.words = words;
    }

    int setpoint() {
        return setpoint;
    }

    int measured() {
        return measured;
    }

    String words() {
        return words;
    }

    static Optional<Variable> of(int setpoint) {
        for (Variable variable : values()) {
            if (variable.setpoint == setpoint) {
                return Optional.of(variable);
            }
        }
        return Optional.empty();
    }
}
