package cellwright.modbus.map;

import cellwright.modbus.map.IdentityItem.Form;
import cellwright.modbus.map.IdentityItem.Role;
import cellwright.modbus.map.IdentityItem.Wanted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the part {@code identity}. One thread. */
final class IdentityReader {
    private static final Map<String, Role> ROLES =
            Map.of("serial", Role.SERIAL, "firmware", Role.FIRMWARE, "model", Role.MODEL);
    private static final Map<String, Boolean> SHOWN = Map.of("decimal", false, "hex", true);
    private static final int LONGEST_TEXT = 60;
    private static final String TEXT = "text";
    private static final String BETWEEN = "between";
    private static final String IS = "is";

    private final Defaults defaults;
    private final Faults faults;

    IdentityReader(Defaults defaults) {
        this.defaults = defaults;
        this.faults = defaults.faults();
    }

    List<IdentityItem> read(Keys map) {
        List<IdentityItem> items = new ArrayList<>();
        for (Keys keys : map.list("identity", "an item of the identity")) {
            boolean text = keys.text("type", "").equals(TEXT);
            items.add(text ? characters(keys) : number(keys));
            keys.noOthers();
        }
        if (items.stream().allMatch(item -> item.wanted() instanceof Wanted.Anything)) {
            faults.add(
                    map.place("identity"),
                    "a register map needs \"identity\" with at least one register whose content tells the device from"
                            + " another: is, between or begins");
        }
        return items;
    }

    private IdentityItem characters(Keys keys) {
        int at = keys.whole("at", 0, 0xFFFF);
        int count = keys.whole("length", 1, LONGEST_TEXT);
        String start = keys.text("begins", "");
        Wanted wanted = start.isEmpty() ? new Wanted.Anything() : new Wanted.Beginning(start);
        return new IdentityItem(
                keys.text("name"), defaults.table(keys), at, count, new Form.Characters(), wanted, role(keys));
    }

    private IdentityItem number(Keys keys) {
        Spot spot = defaults.spot(keys);
        var form = new Form.Digits(spot.type(), spot.order(), keys.wordOr("shown", SHOWN, false));
        return new IdentityItem(
                keys.text("name"), spot.table(), spot.at(), spot.type().registers(), form, wanted(keys), role(keys));
    }

    private static Wanted wanted(Keys keys) {
        if (keys.has(IS)) {
            BigDecimal only = keys.number(IS);
            return new Wanted.Between(only, only);
        }
        if (keys.has(BETWEEN)) {
            List<BigDecimal> ends = keys.range(BETWEEN);
            return new Wanted.Between(ends.getFirst(), ends.getLast());
        }
        return new Wanted.Anything();
    }

    private static Role role(Keys keys) {
        return keys.wordOr("tells", ROLES, Role.NOTHING);
    }
}
