package cellwright.protocol;

import java.util.Optional;

/**
 * A quantity as a scientist writes it, not yet bound to a cell. What dimension it has follows from where it stands; the
 * reader has already checked that the written unit fits there. Nothing is nothing: a zero has no sign.
 */
public sealed interface Amount {
    /** The bare number, in the unit that its kind says. */
    default double number() {
        return switch (this) {
            case Si si -> si.value();
            case Volts volts -> volts.volts();
            case CRate rate -> rate.multiple();
            case PerArea area -> area.perSquareMetre();
            case PerMass mass -> mass.perKilogram();
        };
    }

    /** An amount of the same kind with another number. */
    default Amount with(double number) {
        return switch (this) {
            case Si si -> new Si(number);
            case Volts volts -> new Volts(number, volts.reference());
            case CRate rate -> new CRate(number);
            case PerArea area -> new PerArea(number);
            case PerMass mass -> new PerMass(number);
        };
    }

    /**
     * An absolute value.
     *
     * @param value in the SI unit of the place it stands in (A, V, W, C, J, K, Pa)
     */
    record Si(double value) implements Amount {
        /** A zero has no sign. */
        public Si {
            value += 0.0;
        }
    }

    /**
     * A potential, with the electrode it is stated against.
     *
     * @param volts as written
     * @param reference electrode name; {@code cell} for cell volts; empty for the protocol's reference
     */
    record Volts(double volts, Optional<String> reference) implements Amount {
        /** A zero has no sign. */
        public Volts {
            volts += 0.0;
        }
    }

    /**
     * A current as a multiple of 1C.
     *
     * @param multiple 0.2 for C/5, 3 for 3C; above 0
     */
    record CRate(double multiple) implements Amount {
        /** A zero has no sign. */
        public CRate {
            multiple += 0.0;
        }
    }

    /**
     * Per electrode area.
     *
     * @param perSquareMetre in A/m2, W/m2, C/m2 or J/m2
     */
    record PerArea(double perSquareMetre) implements Amount {
        /** A zero has no sign. */
        public PerArea {
            perSquareMetre += 0.0;
        }
    }

    /**
     * Per active mass.
     *
     * @param perKilogram in A/kg, W/kg, C/kg or J/kg
     */
    record PerMass(double perKilogram) implements Amount {
        /** A zero has no sign. */
        public PerMass {
            perKilogram += 0.0;
        }
    }
}
