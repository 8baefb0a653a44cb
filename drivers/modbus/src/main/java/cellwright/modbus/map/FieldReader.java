package cellwright.modbus.map;

import cellwright.instrument.Quality;
import cellwright.instrument.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the part {@code fields}. One thread. */
final class FieldReader {
    private static final Map<String, Quality> QUALITIES = Map.of(
            "uncertain", Quality.UNCERTAIN,
            "overload", Quality.OVERLOAD,
            "stale", Quality.STALE,
            "missing", Quality.MISSING,
            "bad", Quality.BAD);
    private static final Map<String, Boolean> WHEN = Map.of("set", true, "clear", false);
    private static final int WORD = 0xFFFF;

    private final Defaults defaults;
    private final Faults faults;
    private final Map<String, Spot> spots = new HashMap<>();

    FieldReader(Defaults defaults) {
        this.defaults = defaults;
        this.faults = defaults.faults();
    }

    List<Field> read(Keys map) {
        List<Keys> items = map.list("fields", "a field");
        List<Spot> taken = new ArrayList<>();
        items.forEach(item -> place(item, taken));
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            fields.add(field(items.get(i), taken.get(i)));
        }
        if (fields.stream().noneMatch(field -> field.signal().isPresent())) {
            faults.add(map.place("fields"), "a register map needs \"fields\" with at least one \"signal\"");
        }
        unique(items, fields);
        return fields;
    }

    /** Where each field lies, so that others can name it before they come to it. */
    private void place(Keys item, List<Spot> taken) {
        String name = item.text("name");
        Spot spot = defaults.spot(item);
        for (Spot other : taken) {
            if (spot.overlaps(other)) {
                faults.add(
                        item.place("at"),
                        "register %d belongs to two fields; the other one begins at %d"
                                .formatted(Math.max(spot.at(), other.at()), other.at()));
            }
        }
        taken.add(spot);
        if (spots.putIfAbsent(name, spot) != null) {
            faults.add(item.place("name"), "there are two fields \"" + name + '"');
        }
    }

    private Field field(Keys item, Spot spot) {
        String name = item.text("name", "");
        Scaling scaling = defaults.scaling(item);
        String told = item.text("signal", "");
        Optional<Signal> signal = told.isEmpty()
                ? Optional.empty()
                : Optional.of(defaults.signal(item, told, scaling.unit().si()));
        Optional<Bits> negative = item.inside("negative", "the bits of a sign").map(this::bits);
        List<Field.Mark> marks = new ArrayList<>();
        for (Keys mark : item.list("quality", "a quality")) {
            Quality quality = mark.word("means", QUALITIES, Quality.BAD);
            Bits bits = bits(mark);
            marks.add(new Field.Mark(bits, quality));
        }
        item.noOthers();
        return new Field(name, spot, scaling, signal, negative, marks);
    }

    /** {@code field}, {@code bits} and {@code when}. */
    private Bits bits(Keys keys) {
        String name = keys.text("field");
        Spot status = spots.get(name);
        int mask = keys.whole("bits", 1, WORD);
        boolean set = keys.wordOr("when", WHEN, true);
        keys.noOthers();
        if (status == null) {
            faults.add(keys.place("field"), "there is no field \"" + name + '"');
        } else if (status.type() != NumberType.UINT16) {
            faults.add(keys.place("field"), "\"" + name + "\" must be a uint16 to have bits");
        }
        return new Bits(
                Optional.ofNullable(status).orElse(new Spot(defaults.table(), 0, NumberType.UINT16, defaults.order())),
                mask,
                set);
    }

    private void unique(List<Keys> items, List<Field> fields) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            Keys item = items.get(i);
            fields.get(i).signal().ifPresent(signal -> {
                if (!seen.add(signal.name())) {
                    faults.add(item.place("signal"), "there are two fields with the signal \"" + signal.name() + '"');
                }
            });
        }
    }
}
