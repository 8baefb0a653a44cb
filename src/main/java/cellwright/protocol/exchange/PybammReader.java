package cellwright.protocol.exchange;

import cellwright.protocol.Limits;
import cellwright.protocol.Place;
import cellwright.protocol.Protocol;
import cellwright.protocol.RateBasis;
import cellwright.protocol.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the sentences of a PyBaMM experiment: one a line, with or without the quotes and commas of a Python list, or a JSON
 * list, in which a list within is a cycle.
 */
final class PybammReader {
    private static final int MOST_SENTENCES = 20_000;
    private static final Duration USUAL_PERIOD = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final PybammSteps steps;
    private int sentences;

    private PybammReader(Ledger ledger) {
        this.ledger = ledger;
        this.steps = new PybammSteps(ledger);
    }

    /** The protocol; what is wrong stands in the ledger. */
    static Protocol read(ForeignProtocol.Order order, Ledger ledger) throws Complaint {
        var reader = new PybammReader(ledger);
        ledger.assumed(
                order.file(),
                "PyBaMM records every minute where a sentence says no period, and leaves what 1C is to its parameters:"
                        + " here the cell's file says it");
        List<Step> steps = order.text().stripLeading().startsWith("[")
                ? reader.list(JsonReader.read(order.file(), order.text()))
                : reader.lines(order.text());
        if (steps.isEmpty() && !ledger.anyError()) {
            throw new Complaint(Place.whole(order.file()), "there is no sentence in it");
        }
        return new Protocol(
                order.name(),
                "imported from " + ForeignFormat.PYBAMM.title(),
                Optional.empty(),
                new RateBasis.CellDefinition(),
                1,
                PybammSteps.every(USUAL_PERIOD),
                Limits.NONE,
                Map.of(),
                steps);
    }

    private List<Step> lines(String text) throws Complaint {
        List<Step> all = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            String bare = line.strip();
            int column = 1 + line.indexOf(bare);
            if (bare.endsWith(",")) {
                bare = bare.substring(0, bare.length() - 1).strip();
            }
            if (bare.length() > 1
                    && (bare.startsWith("\"") || bare.startsWith("'"))
                    && bare.endsWith(bare.substring(0, 1))) {
                bare = bare.substring(1, bare.length() - 1);
                column++;
            }
            if (!bare.isEmpty() && !bare.startsWith("#")) {
                sentence(bare, new Place(ledger.file(), number, column)).ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<Step> sentence(String text, Place place) throws Complaint {
        if (++sentences > MOST_SENTENCES) {
            throw new Complaint(place, "more than " + MOST_SENTENCES + " sentences");
        }
        try {
            return Optional.of(steps.step(text, place));
        } catch (Complaint complaint) {
            ledger.error(complaint);
            return Optional.empty();
        }
    }

    private List<Step> list(JsonValue value) throws Complaint {
        if (!(value instanceof JsonValue.Items items)) {
            throw new Complaint(value.place(), "a list of sentences was expected, found " + value.kind());
        }
        List<Step> all = new ArrayList<>();
        for (JsonValue item : items.items()) {
            switch (item) {
                case JsonValue.Text text -> sentence(text.text(), text.place()).ifPresent(all::add);
                case JsonValue.Items cycle -> cycle(cycle, all);
                case JsonValue.Members other -> notASentence(other);
                case JsonValue.Digits other -> notASentence(other);
                case JsonValue.Word other -> notASentence(other);
            }
        }
        return all;
    }

    private void notASentence(JsonValue value) {
        ledger.error(
                value.place(), "a sentence such as \"Charge at C/5 until 4.3 V\" was expected, found " + value.kind());
    }

    /** A list within the list is a cycle; the same one again is another pass. */
    private void cycle(JsonValue.Items cycle, List<Step> all) throws Complaint {
        List<Step> body = new ArrayList<>();
        for (JsonValue item : cycle.items()) {
            if (item instanceof JsonValue.Text text) {
                sentence(text.text(), text.place()).ifPresent(body::add);
            } else {
                notASentence(item);
            }
        }
        if (body.isEmpty()) {
            ledger.error(cycle.place(), "a cycle has at least one sentence");
            return;
        }
        if (!all.isEmpty()
                && all.getLast() instanceof Step.Repeat before
                && before.steps().equals(body)) {
            all.removeLast();
            all.add(repeat(before.times().orElse(1) + 1, body));
        } else {
            all.add(repeat(1, body));
        }
    }

    private static Step repeat(int times, List<Step> body) {
        return new Step.Repeat(Optional.of(times), Optional.empty(), true, body);
    }
}
