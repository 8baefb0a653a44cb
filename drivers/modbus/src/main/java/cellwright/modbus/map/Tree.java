package cellwright.modbus.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Puts the parser's events together, within limits that no honest map meets. Anchors, tags, several documents and a key
 * that stands twice are refused: a map needs none of them. Mutable, one thread.
 */
final class Tree {
    private static final int MOST_CHARACTERS = 100_000;
    private static final int MOST_DEPTH = 10;
    private static final int MOST_NODES = 5_000;

    private final Deque<Open> open = new ArrayDeque<>();
    private Optional<Node> root = Optional.empty();
    private Place last = Place.START;
    private int nodes;

    private Tree() {}

    /** Something in the text that ends its reading. */
    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /** Reads a text; empty, with a fault, if it is no YAML or uses what a map does not need. */
    static Optional<Node> read(String text, Faults faults) {
        var tree = new Tree();
        try {
            tree.build(text);
            if (tree.root.isEmpty()) {
                faults.add(Place.START, "the file is empty");
            }
            return tree.root;
        } catch (MarkedYamlEngineException broken) {
            faults.add(
                    broken.getProblemMark().map(Tree::place).orElse(tree.last),
                    "this is not YAML: " + broken.getProblem());
        } catch (YamlEngineException | IllegalArgumentException | IllegalStateException broken) {
            faults.add(tree.last, "this is not YAML, somewhere behind this place: " + broken.getMessage());
        } catch (Unusable misuse) {
            faults.add(tree.last, String.valueOf(misuse.getMessage()));
        }
        return Optional.empty();
    }

    private void build(String text) throws Unusable {
        if (text.length() > MOST_CHARACTERS) {
            throw new Unusable("more than " + MOST_CHARACTERS + " characters are no register map");
        }
        for (Event event : new Parse(LoadSettings.builder().build()).parseString(text)) {
            last = event.getStartMark().map(Tree::place).orElse(last);
            accept(event);
        }
    }

    private void accept(Event event) throws Unusable {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Unusable("anchors (&) and aliases (*) are not used here");
        }
        switch (event.getEventId()) {
            case Scalar -> put(scalar((ScalarEvent) event));
            case SequenceStart -> begin(false);
            case MappingStart -> begin(true);
            case SequenceEnd, MappingEnd -> put(open.pop().node());
            case DocumentStart -> oneDocument();
            case Alias -> throw new Unusable("anchors (&) and aliases (*) are not used here");
            case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        }
    }

    private void oneDocument() throws Unusable {
        if (root.isPresent()) {
            throw new Unusable("a second document starts here; a file holds one");
        }
    }

    private Node.Scalar scalar(ScalarEvent event) throws Unusable {
        if (event.getTag().isPresent()) {
            throw new Unusable("tags such as " + event.getTag().get() + " are not used here; write the value alone");
        }
        return new Node.Scalar(last, event.getValue());
    }

    private void begin(boolean mapping) throws Unusable {
        if (open.size() == MOST_DEPTH) {
            throw new Unusable("nested more than " + MOST_DEPTH + " deep");
        }
        open.push(new Open(last, mapping));
    }

    private void put(Node node) throws Unusable {
        nodes++;
        if (nodes > MOST_NODES) {
            throw new Unusable("more than " + MOST_NODES + " parts are no register map");
        }
        if (open.isEmpty()) {
            root = Optional.of(node);
        } else {
            open.element().take(node);
        }
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** A list or mapping whose end has not come yet. */
    private static final class Open {
        private final Place place;
        private final boolean mapping;
        private final List<Node> items = new ArrayList<>();
        private final List<Node.Entry> entries = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private Optional<Node.Scalar> key = Optional.empty();

        Open(Place place, boolean mapping) {
            this.place = place;
            this.mapping = mapping;
        }

        void take(Node node) throws Unusable {
            if (!mapping) {
                items.add(node);
            } else if (key.isPresent()) {
                entries.add(new Node.Entry(key.get(), node));
                key = Optional.empty();
            } else {
                key = Optional.of(key(node));
            }
        }

        private Node.Scalar key(Node node) throws Unusable {
            if (!(node instanceof Node.Scalar scalar)) {
                throw new Unusable("a key must be a text, not a list or mapping");
            }
            if (!keys.add(scalar.text())) {
                throw new Unusable("\"" + scalar.text() + "\" stands here a second time");
            }
            return scalar;
        }

        Node node() {
            return mapping ? new Node.Mapping(place, entries) : new Node.Sequence(place, items);
        }
    }
}
