package cellwright.protocol.yaml;

import cellwright.protocol.Place;
import cellwright.protocol.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists of steps: finds out what each step does and hands it to the reader of that kind. */
final class StepsReader {
    private static final List<String> DRIVE = List.of("until", "at most", "when late", "record", "limits", "every");
    private static final List<String> SETTLE = List.of("ramp", "stable", "at most", "when late");
    private static final List<String> SERIES = List.of("until", "record", "limits", "then");
    private static final Map<String, List<String>> KEYS = keys();

    private final Reading reading;
    private final Session session;
    private final List<String> chain;

    StepsReader(Reading reading, Session session, List<String> chain) {
        this.reading = reading;
        this.session = session;
        this.chain = chain;
    }

    private static Map<String, List<String>> keys() {
        var keys = new LinkedHashMap<String, List<String>>();
        for (String drive : List.of("rest", "charge", "discharge", "current", "power")) {
            keys.put(drive, with(drive, DRIVE));
        }
        keys.put("hold", with("hold", with("max current", DRIVE)));
        for (String settle : List.of("temperature", "pressure", "force")) {
            keys.put(settle, with(settle, SETTLE));
        }
        keys.put("wait for", List.of("wait for", "stable", "at most", "when late"));
        keys.put("ramp", with("ramp", with("each", with("both ways", SERIES))));
        keys.put("pulse", with("pulse", with("repeat", SERIES)));
        keys.put("polarise", with("polarise", with("each", with("max current", SERIES))));
        keys.put("eis", List.of("eis"));
        keys.put("cycles", List.of("cycles", "until", "steps"));
        keys.put("repeat", List.of("repeat", "until", "steps"));
        keys.put("if", List.of("if", "then", "else"));
        keys.put("note", List.of("note"));
        keys.put("use", List.of("use", "with"));
        return keys;
    }

    private static List<String> with(String first, List<String> rest) {
        var all = new ArrayList<String>();
        all.add(first);
        all.addAll(rest);
        return List.copyOf(all);
    }

    /** What is shared while the file is read. */
    Reading reading() {
        return reading;
    }

    /** The steps under a key of a step. */
    List<Step> under(Fields fields, String key, String path, boolean mayBeEmpty) {
        var steps = new ArrayList<Step>();
        fields.node(key).ifPresent(node -> {
            refuseEmpty(node, mayBeEmpty);
            fill(node, new Where(path + "/" + key, 0), steps);
        });
        return steps;
    }

    /** Adds the steps of a list that must not be empty. */
    void into(Node node, Where where, List<Step> steps) {
        refuseEmpty(node, false);
        fill(node, where, steps);
    }

    private void refuseEmpty(Node node, boolean mayBeEmpty) {
        if (node instanceof Node.Sequence sequence && sequence.items().isEmpty() && !mayBeEmpty) {
            reading.faults().error(node.place(), "the list of steps is empty; expected at least one");
        }
    }

    private void fill(Node node, Where where, List<Step> steps) {
        if (!(node instanceof Node.Sequence sequence)) {
            reading.faults().error(node.place(), "expected a list of steps, each after a dash, found " + node.kind());
            return;
        }
        for (Node item : sequence.items()) {
            if (session.exhausted()) {
                return;
            }
            step(item, where.plus(steps.size()), steps);
        }
    }

    private void step(Node item, Where where, List<Step> steps) {
        try {
            session.countStep(item.place());
            if (item instanceof Node.Scalar sentence) {
                reading.mark(where.path(), item);
                SentenceReader.read(sentence, reading).ifPresent(steps::add);
                return;
            }
            String action = action(item);
            if (!action.equals("use")) {
                reading.mark(where.path(), item);
            }
            Fields fields = Fields.of(item, "a step with " + action + ":", keysOf(action), reading);
            for (String key : keysOf(action)) {
                fields.node(key).ifPresent(node -> reading.mark(where.path() + "/" + key, node));
            }
            read(action, fields, where, steps);
        } catch (Misfit misfit) {
            reading.faults().error(item.place(), misfit);
        }
    }

    private static List<String> keysOf(String action) {
        return KEYS.getOrDefault(action, List.of());
    }

    private static String action(Node item) throws Misfit {
        if (!(item instanceof Node.Mapping mapping)) {
            throw new Misfit("expected a step such as charge: C/5, found " + item.kind());
        }
        Optional<Node.Scalar> found = Optional.empty();
        for (Node.Entry entry : mapping.entries()) {
            if (KEYS.containsKey(entry.key().text()) && !qualifies(entry.key().text(), mapping)) {
                if (found.isPresent()) {
                    throw new Misfit(
                            entry.key().place(),
                            "a step does one thing; this one has both "
                                    + found.get().text() + ": and "
                                    + entry.key().text() + ":");
                }
                found = Optional.of(entry.key());
            }
        }
        return found.orElseThrow(() -> noAction(mapping)).text();
    }

    /** Whether a word says more about another one, as ramp: does about temperature:, although it can stand alone. */
    private static boolean qualifies(String word, Node.Mapping mapping) {
        return mapping.entries().stream()
                .map(entry -> entry.key().text())
                .anyMatch(other -> !other.equals(word) && keysOf(other).contains(word));
    }

    private static Misfit noAction(Node.Mapping mapping) {
        Place place = mapping.place();
        for (Node.Entry entry : mapping.entries()) {
            Optional<String> near = Nearest.of(entry.key().text(), KEYS.keySet());
            if (near.isPresent()) {
                return new Misfit(
                        entry.key().place(),
                        "unknown step \"" + entry.key().text() + "\"; did you mean \"" + near.get() + "\"?");
            }
        }
        return new Misfit(place, "this step does nothing; expected one of " + String.join(", ", KEYS.keySet()));
    }

    private void read(String action, Fields fields, Where where, List<Step> steps) {
        switch (action) {
            case "rest", "charge", "discharge", "current", "power", "hold" ->
                steps.add(new DriveReader(fields, action, where.path(), this).read());
            case "temperature", "pressure", "force", "wait for" ->
                SettleReader.read(fields, action).ifPresent(steps::add);
            case "ramp", "pulse", "polarise" ->
                new SeriesReader(fields, action, where.path(), this).read().ifPresent(steps::add);
            case "eis" -> SweepReader.read(fields, where.path()).ifPresent(steps::add);
            case "cycles", "repeat" -> steps.add(LoopReader.repeat(fields, action, where.path(), this));
            case "if" -> steps.add(LoopReader.choose(fields, where.path(), this));
            case "note" ->
                fields.text("note", "a line of text", text -> text).ifPresent(text -> steps.add(new Step.Note(text)));
            default -> new UseReader(session, chain).read(fields, where, steps);
        }
    }

    /**
     * Where in the protocol a step will stand.
     *
     * @param list path of the list
     * @param index in that list, after inlining
     */
    record Where(String list, int index) {
        /** The step's path. */
        String path() {
            return list + "/" + index;
        }

        /** So many steps further on. */
        Where plus(int steps) {
            return new Where(list, index + steps);
        }
    }
}
