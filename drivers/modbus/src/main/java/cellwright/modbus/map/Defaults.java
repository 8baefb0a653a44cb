package cellwright.modbus.map;

import cellwright.instrument.Signal;
import cellwright.instrument.Unit;
import cellwright.modbus.codec.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for a whole map and may be said otherwise at each number, and how those are read.
 *
 * @param table where numbers lie
 * @param order of their registers
 * @param division what {@code scale: division} stands for, if it is known
 * @param faults what is wrong
 */
record Defaults(Table table, WordOrder order, Optional<BigDecimal> division, Faults faults) {
    private static final int LAST = 0xFFFF;
    private static final String DIVISION = "division";
    private static final Map<String, Table> TABLES =
            Map.of(Table.HOLDING.word(), Table.HOLDING, Table.INPUT.word(), Table.INPUT);
    private static final List<Signal> HOUSE =
            List.of(Signal.VOLTAGE, Signal.CURRENT, Signal.CHARGE, Signal.TEMPERATURE, Signal.PRESSURE, Signal.FORCE);

    static Defaults of(Keys keys, Optional<BigDecimal> setting, Faults faults) {
        Optional<BigDecimal> own = keys.has(DIVISION) ? Optional.of(keys.number(DIVISION)) : Optional.empty();
        return new Defaults(
                keys.wordOr("registers", TABLES, Table.HOLDING),
                keys.wordOr("words", WordOrder.WORDS, WordOrder.HIGH_FIRST),
                setting.or(() -> own),
                faults);
    }

    Table table(Keys keys) {
        return keys.wordOr("registers", TABLES, table);
    }

    /** {@code at}, {@code type}, {@code registers} and {@code words} of a number. */
    Spot spot(Keys keys) {
        return spot(keys, keys.word("type", NumberType.words(), NumberType.UINT16));
    }

    /** The same, with a type that is known. */
    Spot spot(Keys keys, NumberType type) {
        int at = keys.whole("at", 0, LAST);
        if (at + type.registers() > LAST + 1) {
            faults.add(keys.place("at"), "there are no registers behind 65535");
        }
        return new Spot(table(keys), at, type, keys.wordOr("words", WordOrder.WORDS, order));
    }

    /** A spot that will be written. */
    Spot writable(Keys keys, Spot spot) {
        if (spot.table() == Table.INPUT) {
            faults.add(keys.place(), "input registers cannot be written; use holding registers");
        }
        return spot;
    }

    /** {@code at}, {@code type} and a {@code value} that has to stand there. */
    Fix fix(Keys keys) {
        Spot spot = spot(keys, keys.wordOr("type", NumberType.words(), NumberType.UINT16));
        var fix = new Fix(spot, keys.number("value"));
        boolean fits = spot.encode(fix.number(), RoundingMode.HALF_EVEN)
                .flatMap(spot::decode)
                .filter(back -> back.compareTo(fix.number()) == 0)
                .isPresent();
        if (!fits) {
            faults.add(keys.place("value"), fix.number() + " does not fit into the type of this register");
        }
        return fix;
    }

    /** {@code scale}, {@code offset} and {@code unit} of a number. */
    Scaling scaling(Keys keys) {
        MapUnit unit = keys.wordOr("unit", MapUnit.KNOWN, MapUnit.ONE);
        return new Scaling(scale(keys), keys.number("offset", BigDecimal.ZERO), unit);
    }

    /** The same for a rate, whose unit is a unit per time. */
    Scaling rate(Keys keys) {
        String text = keys.text("unit");
        int slash = text.indexOf('/');
        MapUnit unit = slash < 0 ? null : MapUnit.KNOWN.get(text.substring(0, slash));
        BigDecimal seconds = MapUnit.TIMES.get(text.substring(slash + 1));
        if (unit == null || seconds == null) {
            faults.add(keys.place("unit"), "\"unit\" of a rate must be a unit per s, min or h, such as K/min");
            return new Scaling(BigDecimal.ONE, BigDecimal.ZERO, MapUnit.ONE);
        }
        return new Scaling(scale(keys), BigDecimal.ZERO, unit.per(seconds, text));
    }

    private BigDecimal scale(Keys keys) {
        if (keys.text("scale", "").equals(DIVISION)) {
            if (division.isEmpty()) {
                faults.add(
                        keys.place("scale"),
                        "this device shows counts; say with the setting \"division\" what one count stands for");
            }
            return division.orElse(BigDecimal.ONE);
        }
        BigDecimal scale = keys.number("scale", BigDecimal.ONE);
        if (scale.signum() == 0) {
            faults.add(keys.place("scale"), "\"scale\" must not be 0");
            return BigDecimal.ONE;
        }
        return scale;
    }

    /** A signal of the house by its name, or one of the map's own with the unit it is told in. */
    Signal signal(Keys keys, String name, Unit unit) {
        Map<String, Signal> known = new HashMap<>();
        HOUSE.forEach(signal -> known.put(signal.name(), signal));
        Signal signal = known.getOrDefault(name, new Signal(name, unit));
        if (signal.unit() != unit) {
            faults.add(
                    keys.place("signal"),
                    "%s is told in %s; the unit of this field leads to %s"
                            .formatted(name, signal.unit().symbol(), unit.symbol()));
        }
        if (!name.matches("[a-z][a-z0-9]*( [a-z0-9]+)*")) {
            faults.add(keys.place("signal"), "a signal's name is lower-case words, got \"" + name + '"');
        }
        return signal;
    }
}
