package cellwright.protocol.exchange;

import cellwright.protocol.Amount;
import cellwright.protocol.Debounce;
import cellwright.protocol.Limits;
import cellwright.protocol.Place;
import cellwright.protocol.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands above the techniques of an EC-Lab settings file: safety limits, and the sample, which is the cell's file here. */
final class MpsHeader {
    private static final double HOUR_SECONDS = 3600;
    private static final Pattern SAFETY = Pattern.compile("\\s+(\\S.*?) = (\\S+) (\\S+)\\s*");
    private static final Pattern DELAY = Pattern.compile("\\s+for t > .*");
    private static final Pattern CAPACITY = Pattern.compile("Battery capacity : (\\S+) (\\S+)\\.h\\s*");
    private static final List<String> OF_THE_CELL = List.of(
            "Mass of active material :", "Battery capacity :", "Electrode surface area :", "Characteristic mass :");

    private final Ledger ledger;
    private final MpsUnits units;
    private Optional<Amount> lowest = Optional.empty();
    private Optional<Amount> highest = Optional.empty();
    private Optional<Amount> current = Optional.empty();
    private OptionalDouble coulombs = OptionalDouble.empty();

    MpsHeader(Ledger ledger, MpsUnits units) {
        this.ledger = ledger;
        this.units = units;
    }

    /** Takes a line. */
    void line(String line, int number) {
        Place place = new Place(ledger.file(), number, 1);
        try {
            if (line.startsWith("\t") || line.startsWith("    ")) {
                safety(line, place);
            } else {
                sample(line, place);
            }
        } catch (MpsUnits.Wrong wrong) {
            ledger.error(place, "\"" + line.strip() + "\": " + wrong.getMessage());
        }
    }

    private void safety(String line, Place place) throws MpsUnits.Wrong {
        Matcher limit = SAFETY.matcher(line);
        if (DELAY.matcher(line).matches()) {
            ledger.changed(
                    place.toString(),
                    "\"" + line.strip() + "\": limits do not wait a time here; they trip when 2 of the last 3 readings"
                            + " are bad (\"trips\")");
        } else if (limit.matches()) {
            limit(limit.group(1), limit.group(2), limit.group(3), place);
        }
    }

    private void limit(String what, String number, String unit, Place place) throws MpsUnits.Wrong {
        switch (what) {
            case "Ewe min", "Ecell min" ->
                lowest = Optional.of(new Amount.Volts(units.si(number, unit, "V"), Optional.empty()));
            case "Ewe max", "Ecell max" ->
                highest = Optional.of(new Amount.Volts(units.si(number, unit, "V"), Optional.empty()));
            case "|I|" -> current = Optional.of(new Amount.Si(units.si(number, unit, "A")));
            default ->
                ledger.lost(
                        place.toString(),
                        "the safety limit \"" + what + " = " + number + " " + unit
                                + "\" is not known here and no longer" + " protects the cell");
        }
    }

    private void sample(String line, Place place) throws MpsUnits.Wrong {
        Matcher capacity = CAPACITY.matcher(line);
        if (capacity.matches()) {
            double ampHours = units.si(capacity.group(1), capacity.group(2), "A");
            coulombs = ampHours > 0 ? OptionalDouble.of(HOUR_SECONDS * ampHours) : OptionalDouble.empty();
        }
        if (OF_THE_CELL.stream().anyMatch(line::startsWith)) {
            ledger.lost(place.toString(), "\"" + line.strip() + "\" belongs into the cell's file here");
        }
        if (line.startsWith("Turn to OCV between techniques")) {
            ledger.lost(place.toString(), "the cell is not taken to open circuit between steps unless a step says so");
        }
    }

    /** What 1C moves in an hour, if the file says so. */
    OptionalDouble capacityCoulombs() {
        return coulombs;
    }

    /** The safety limits. */
    Limits limits() {
        List<Limits.Bound> bounds = new ArrayList<>();
        boolean empty = lowest.isPresent()
                && highest.isPresent()
                && !(lowest.get().number() < highest.get().number());
        boolean none = current.isPresent() && !(current.get().number() > 0);
        if (empty || none) {
            ledger.error(Place.whole(ledger.file()), "the safety limits leave nothing that would be allowed");
            return Limits.NONE;
        }
        if (lowest.isPresent() || highest.isPresent()) {
            bounds.add(new Limits.Bound(Subject.VOLTAGE, lowest, highest, Debounce.USUAL));
        }
        current.ifPresent(most -> bounds.add(
                new Limits.Bound(Subject.CURRENT, Optional.of(most.with(-most.number())), current, Debounce.USUAL)));
        return new Limits(bounds, Optional.empty());
    }
}
