package cellwright.protocol.yaml;

import cellwright.protocol.Limits;
import cellwright.protocol.Place;
import cellwright.protocol.Protocol;
import cellwright.protocol.RateBasis;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Result;
import cellwright.protocol.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one protocol file: its heading, its parameters and its steps. */
final class DocumentReader {
    private static final List<String> KEYS = List.of(
            "protocol",
            "source",
            "reference",
            "C-rate",
            "reference cycle",
            "parameters",
            "resolved parameters",
            "record",
            "limits",
            "steps");
    private static final Pattern MEASURED = Pattern.compile("discharge capacity of cycle ([0-9]+)");
    private static final int MOST_CYCLE = 1_000_000_000;

    private final String file;
    private final Session session;
    private final String prefix;
    private final StepsReader.Where where;

    private DocumentReader(String file, Session session, String prefix, StepsReader.Where where) {
        this.file = file;
        this.session = session;
        this.prefix = prefix;
        this.where = where;
    }

    /** A reader of the outermost file. */
    static DocumentReader root(String file, Session session) {
        return new DocumentReader(file, session, "", new StepsReader.Where("steps", 0));
    }

    /**
     * A reader of a file that is used.
     *
     * @param where the place its steps take among those of the using protocol
     */
    static DocumentReader used(String file, Session session, StepsReader.Where where) {
        return new DocumentReader(file, session, file + ":", where);
    }

    /**
     * Reads the file.
     *
     * @param given parameter values from outside
     * @param chain the files that led here, this one last
     */
    Optional<Document> read(String text, Map<String, Session.Given> given, List<String> chain) {
        Result<Node> tree = TreeReader.read(file, text);
        if (tree instanceof Result.Refused<Node> refused) {
            refused.problems().forEach(problem -> session.faults().error(problem.place(), problem.message()));
            return Optional.empty();
        }
        Node root = ((Result.Made<Node>) tree).value();
        var plain = new Reading(session.faults(), Scope.LITERAL, session.places());
        if (!(root instanceof Node.Mapping)) {
            plain.faults().error(root.place(), "expected a protocol with protocol: and steps:, found " + root.kind());
            return Optional.empty();
        }
        Fields raw = Fields.of(root, "a protocol", KEYS, plain);
        Scope scope = scope(raw, given);
        var reading = new Reading(session.faults(), scope, session.places());
        Document document = document(raw.in(reading), scope, chain);
        if (!session.exhausted()) {
            scope.warnOfUnused(session.faults());
        }
        return Optional.of(document);
    }

    private Scope scope(Fields raw, Map<String, Session.Given> given) {
        Scope scope = Scope.empty();
        if (raw.node("parameters").isPresent() && raw.node("parameters").get() instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                declare(scope, entry, raw.reading());
            }
        } else {
            raw.texts("parameters", "{ rate: C/5 }");
        }
        given.forEach((name, value) -> {
            try {
                scope.override(name, value.value());
            } catch (Misfit misfit) {
                session.faults().error(value.place(), misfit);
            }
        });
        return scope;
    }

    private void declare(Scope scope, Node.Entry entry, Reading plain) {
        String value = plain.meaning(entry.value(), "a default such as C/5", DocumentReader::withoutParameters)
                .orElse("");
        try {
            scope.declare(entry.key(), value);
            plain.mark(prefix + "parameters/" + entry.key().text(), entry.value());
        } catch (Misfit misfit) {
            session.faults().error(entry.key().place(), misfit);
        }
    }

    private static String withoutParameters(String text) throws Misfit {
        if (text.indexOf('$') >= 0) {
            throw new Misfit("\"" + text + "\": a default is a plain text without $");
        }
        return text;
    }

    private Document document(Fields fields, Scope scope, List<String> chain) {
        for (String key : KEYS) {
            fields.node(key).ifPresent(node -> fields.reading().mark(prefix + key, node));
        }
        String name = fields.required("protocol", "the protocol's name", text -> text, "");
        String source = fields.text("source", "where the experiment comes from", text -> text)
                .orElse("");
        var heading = heading(fields);
        agree(fields, heading);
        RecordRule record = RecordReader.under(fields, "record", prefix).orElse(RecordReader.USUAL);
        Limits limits = LimitsReader.under(fields, "limits", prefix);
        agree(fields, limits.silence());
        var steps = new ArrayList<Step>();
        fields.present("steps", "a list of steps");
        fields.node("steps")
                .ifPresent(node -> new StepsReader(fields.reading(), session, chain).into(node, where, steps));
        var parameters = new LinkedHashMap<>(resolved(fields));
        parameters.putAll(scope.values());
        var protocol = new Protocol(
                name,
                source,
                heading.reference(),
                heading.rateBasis(),
                heading.referenceCycle(),
                record,
                limits,
                parameters,
                steps);
        return new Document(protocol, fields.has("record"));
    }

    private static Map<String, String> resolved(Fields fields) {
        var plain = new Reading(
                fields.reading().faults(), Scope.LITERAL, fields.reading().places());
        return fields.in(plain).texts("resolved parameters", "{ rate: C/5 }");
    }

    private static Session.Heading heading(Fields fields) {
        Optional<String> reference = fields.text("reference", "an electrode such as Li+/Li", AmountText::electrode);
        RateBasis basis =
                fields.text("C-rate", "what 1C means", DocumentReader::basis).orElse(new RateBasis.CellDefinition());
        int cycle = fields.text("reference cycle", "a cycle's number", DocumentReader::cycle)
                .orElse(1);
        return new Session.Heading(reference, basis, cycle);
    }

    private static int cycle(String text) throws Misfit {
        return Decimal.whole(text, 1, MOST_CYCLE, "a cycle's number");
    }

    private static RateBasis basis(String text) throws Misfit {
        if (text.strip().equals("cell")) {
            return new RateBasis.CellDefinition();
        }
        Matcher measured = MEASURED.matcher(text.strip());
        if (!measured.matches()) {
            throw new Misfit(
                    "\"" + text + "\" does not say what 1C means; " + "expected cell or discharge capacity of cycle 2");
        }
        return new RateBasis.MeasuredIn(cycle(measured.group(1)));
    }

    /** The outermost file's heading holds for all; a used file must not contradict it. */
    private void agree(Fields fields, Session.Heading stated) {
        if (prefix.isEmpty()) {
            session.heading(stated);
            return;
        }
        Session.Heading all = session.heading();
        String mine = all.reference().orElse("cell");
        if (fields.has("reference") && !stated.reference().orElse("cell").equals(mine)) {
            contradicts(fields, "reference", mine);
        }
        if (fields.has("C-rate") && !stated.rateBasis().equals(all.rateBasis())) {
            contradicts(fields, "C-rate", "another basis");
        }
        if (fields.has("reference cycle") && stated.referenceCycle() != all.referenceCycle()) {
            contradicts(fields, "reference cycle", String.valueOf(all.referenceCycle()));
        }
    }

    /** Silence is judged for the whole run, so that the outermost file's must be as short as any used file's. */
    private void agree(Fields fields, Optional<Duration> silence) {
        if (prefix.isEmpty()) {
            session.silence(silence);
            return;
        }
        boolean shortEnough =
                silence.isEmpty() || session.silence().stream().anyMatch(all -> all.compareTo(silence.get()) <= 0);
        if (!shortEnough) {
            Place place = session.places().getOrDefault(prefix + "limits/silence", fields.place());
            session.faults()
                    .error(
                            place,
                            "the using protocol must state a silence of at most " + TimeText.write(silence.get())
                                    + " in its own limits, since this file relies on it");
        }
    }

    private void contradicts(Fields fields, String key, String value) {
        Place place = fields.placeOf(key);
        session.faults()
                .error(
                        place,
                        "the using protocol has " + value + " as its " + key
                                + "; a used file must state the same or nothing");
    }

    /**
     * A file that was read.
     *
     * @param protocol what it says
     * @param ownRecord whether it states a record rule
     */
    record Document(Protocol protocol, boolean ownRecord) {}
}
