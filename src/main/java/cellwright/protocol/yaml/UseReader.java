package cellwright.protocol.yaml;

import cellwright.protocol.Place;
import cellwright.protocol.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts another file's steps in place of a {@code use:} step. */
final class UseReader {
    private final Session session;
    private final List<String> chain;

    UseReader(Session session, List<String> chain) {
        this.session = session;
        this.chain = chain;
    }

    /** Adds the used file's steps. */
    void read(Fields fields, StepsReader.Where where, List<Step> steps) {
        Optional<String> file = fields.text("use", "a file's name", String::strip);
        Map<String, Session.Given> given = given(fields);
        if (file.isEmpty()) {
            return;
        }
        Place place = fields.node("use").map(Node::place).orElse(fields.place());
        try {
            inline(file.get(), place, given, where, steps);
        } catch (Misfit misfit) {
            session.faults().error(place, misfit);
        }
    }

    private void inline(
            String file, Place place, Map<String, Session.Given> given, StepsReader.Where where, List<Step> steps)
            throws Misfit {
        var longer = new ArrayList<>(chain);
        longer.add(file);
        String told = String.join(" uses ", longer);
        if (chain.contains(file)) {
            throw new Misfit("a protocol cannot use itself: " + told);
        }
        if (longer.size() > Session.MOST_FILES_DEEP) {
            throw new Misfit("files use each other more than " + Session.MOST_FILES_DEEP + " deep: " + told);
        }
        String text = session.library()
                .text(file)
                .orElseThrow(() -> new Misfit("there is no file \"" + file + "\" in the protocol library"));
        Optional<DocumentReader.Document> document =
                DocumentReader.used(file, session, where).read(text, given, List.copyOf(longer));
        if (document.isPresent()) {
            steps.addAll(new Carried(document.get(), place, session.faults())
                    .into(document.get().protocol().steps()));
        }
    }

    private static Map<String, Session.Given> given(Fields fields) {
        var given = new LinkedHashMap<String, Session.Given>();
        Optional<Node> with = fields.node("with");
        if (with.isPresent() && with.get() instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                fields.reading()
                        .meaning(entry.value(), "a parameter's value", text -> text)
                        .ifPresent(text -> given.put(
                                entry.key().text(),
                                new Session.Given(text, entry.key().place())));
            }
        } else {
            fields.texts("with", "{ rate: C/5 }");
        }
        return given;
    }
}
