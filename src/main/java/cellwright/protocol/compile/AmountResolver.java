package cellwright.protocol.compile;

import cellwright.protocol.Amount;
import cellwright.protocol.Cell;
import java.util.OptionalDouble;

/** Turns amounts that scale with the cell (C-rates, per mass, per area) into SI numbers. */
final class AmountResolver {
    private static final String MASS_ADVICE = "; add the active mass to the cell file";
    private static final String AREA_ADVICE = "; add the electrode area to the cell file";
    private static final String ONE_C_ADVICE =
            "; add what 1C is to the cell file (for example 180 mA/g, 1.5 mA/cm2 or 0.88 mA)";

    private static final String NOT_A_CURRENT = "\" has a 1C that is not a current above 0" + ONE_C_ADVICE;

    private final Cell cell;
    private final Faults faults;

    AmountResolver(Cell cell, Faults faults) {
        this.cell = cell;
        this.faults = faults;
    }

    /** The amount in its SI unit, finite; empty after a complaint. */
    OptionalDouble resolve(Dimension dimension, Amount amount, String path) {
        OptionalDouble value =
                switch (amount) {
                    case Amount.Si si -> OptionalDouble.of(si.value());
                    case Amount.CRate rate -> rate(dimension, rate, path);
                    case Amount.PerArea area -> perArea(dimension, area, path);
                    case Amount.PerMass mass -> perMass(dimension, mass, path);
                    case Amount.Volts volts -> misplaced(dimension, Written.amount(dimension, volts), path);
                };
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
            faults.error(path, "a " + dimension.word() + " must be a finite number");
            return OptionalDouble.empty();
        }
        return value;
    }

    /** The current of 1C by the cell's definition, or why there is none; asks without complaining. */
    OptionalDouble oneC() {
        OptionalDouble amps = cell.oneC().map(this::quietly).orElse(OptionalDouble.empty());
        return amps.isPresent() && amps.getAsDouble() > 0 && Double.isFinite(amps.getAsDouble())
                ? amps
                : OptionalDouble.empty();
    }

    private OptionalDouble quietly(Amount oneC) {
        return switch (oneC) {
            case Amount.Si si -> OptionalDouble.of(si.value());
            case Amount.PerMass mass -> times(cell.activeMassKg(), mass.perKilogram());
            case Amount.PerArea area -> times(cell.areaM2(), area.perSquareMetre());
            case Amount.CRate rate -> OptionalDouble.empty();
            case Amount.Volts volts -> OptionalDouble.empty();
        };
    }

    private OptionalDouble rate(Dimension dimension, Amount.CRate rate, String path) {
        if (dimension != Dimension.CURRENT) {
            return misplaced(dimension, Written.rate(rate), path);
        }
        OptionalDouble oneC = oneC();
        if (oneC.isEmpty()) {
            faults.error(path, whyNoOneC(Written.rate(rate)));
        }
        return times(oneC, rate.multiple());
    }

    private String whyNoOneC(String written) {
        String start = "the C-rate " + written + " cannot be turned into a current, because the cell \"" + cell.name();
        if (cell.oneC().isEmpty()) {
            return start + "\" does not say what 1C is" + ONE_C_ADVICE;
        }
        return start
                + switch (cell.oneC().get()) {
                    case Amount.PerMass mass ->
                        cell.activeMassKg().isEmpty()
                                ? "\" defines 1C per active mass and has no active mass" + MASS_ADVICE
                                : NOT_A_CURRENT;
                    case Amount.PerArea area ->
                        cell.areaM2().isEmpty()
                                ? "\" defines 1C per area and has no area" + AREA_ADVICE
                                : NOT_A_CURRENT;
                    case Amount.Si si -> NOT_A_CURRENT;
                    case Amount.CRate own -> "\" defines 1C by a C-rate" + ONE_C_ADVICE;
                    case Amount.Volts volts -> "\" defines 1C by a voltage" + ONE_C_ADVICE;
                };
    }

    private OptionalDouble perArea(Dimension dimension, Amount.PerArea amount, String path) {
        if (cell.areaM2().isEmpty()) {
            faults.error(path, missing(dimension.perArea(amount.perSquareMetre()), "per area", "no area", AREA_ADVICE));
        }
        return times(cell.areaM2(), amount.perSquareMetre());
    }

    private OptionalDouble perMass(Dimension dimension, Amount.PerMass amount, String path) {
        if (cell.activeMassKg().isEmpty()) {
            faults.error(
                    path, missing(dimension.perMass(amount.perKilogram()), "per mass", "no active mass", MASS_ADVICE));
        }
        return times(cell.activeMassKg(), amount.perKilogram());
    }

    private String missing(String written, String per, String lacks, String advice) {
        return written + " is " + per + ", but the cell \"" + cell.name() + "\" has " + lacks + advice;
    }

    private OptionalDouble misplaced(Dimension dimension, String written, String path) {
        faults.error(path, "a " + dimension.word() + " was expected here, but " + written + " is none");
        return OptionalDouble.empty();
    }

    private static OptionalDouble times(OptionalDouble size, double factor) {
        return size.isPresent() ? OptionalDouble.of(size.getAsDouble() * factor) : size;
    }
}
