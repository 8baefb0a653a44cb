package cellwright.protocol.yaml;

import cellwright.protocol.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Puts a document's events together, counting as it goes. */
final class TreeBuilder {
    private final String file;
    private final Faults faults;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private Optional<Node> root = Optional.empty();
    private int nodes;
    private int documents;
    private Place last;

    TreeBuilder(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
        this.last = Place.whole(file);
    }

    /** The document's node, once all events were taken. */
    Node root() throws Misfit {
        Node node = root.orElseThrow(() -> new Misfit("the file is empty"));
        if (node instanceof Node.Scalar scalar && scalar.text().isBlank()) {
            throw new Misfit("the file is empty");
        }
        return node;
    }

    /** Where the last event was. */
    Place last() {
        return last;
    }

    /** Takes the next event. */
    void accept(Event event) throws Misfit {
        last = place(event);
        switch (event.getEventId()) {
            case DocumentStart -> oneDocument(event);
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            case SequenceStart, MappingStart -> start((CollectionStartEvent) event);
            case SequenceEnd, MappingEnd -> end();
            case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        }
    }

    private void oneDocument(Event event) throws Misfit {
        documents++;
        if (documents > 1) {
            throw new Misfit(place(event), "a second document starts here; a file holds one");
        }
    }

    private void scalar(ScalarEvent event) throws Misfit {
        Place place = place(event);
        refuseTag(place, event.getTag());
        count(place, 1);
        var node = new Node.Scalar(place, event.getValue(), !event.isPlain());
        remember(event, new Anchored(node, 1, 0));
        put(node, 0);
    }

    private void alias(AliasEvent event) throws Misfit {
        String name = event.getAlias().getValue();
        Place place = place(event);
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            throw new Misfit(
                    place, "*" + name + " stands for nothing: no part anchored as &" + name + " ends before it");
        }
        count(place, anchored.weight());
        tooDeep(place, open.size() + anchored.height());
        put(anchored.node(), anchored.height());
    }

    private void start(CollectionStartEvent event) throws Misfit {
        Place place = place(event);
        refuseTag(place, event.getTag());
        if (!open.isEmpty() && open.element().wantsKey()) {
            throw new Misfit(place, "a key must be a text, not a list or mapping");
        }
        tooDeep(place, open.size() + 1);
        open.push(new Open(event, place, event.getEventId() == Event.ID.MappingStart, nodes));
        count(place, 1);
    }

    private void end() {
        Open closed = open.pop();
        Node node = closed.node();
        remember(closed.start, new Anchored(node, nodes - closed.nodesBefore, closed.height));
        if (open.isEmpty()) {
            root = Optional.of(node);
        } else {
            open.element().take(node, closed.height);
        }
    }

    private void put(Node node, int height) throws Misfit {
        if (open.isEmpty()) {
            root = Optional.of(node);
        } else if (open.element().wantsKey()) {
            open.element().key(node, faults);
        } else {
            open.element().take(node, height);
        }
    }

    private void remember(NodeEvent event, Anchored anchored) {
        event.getAnchor().map(Anchor::getValue).ifPresent(name -> anchors.put(name, anchored));
    }

    private void count(Place place, int more) throws Misfit {
        nodes += more;
        if (nodes > TreeReader.MOST_NODES) {
            throw new Misfit(
                    place, "more than " + TreeReader.MOST_NODES + " parts, aliases counted with what they stand for");
        }
    }

    private static void tooDeep(Place place, int depth) throws Misfit {
        if (depth > TreeReader.MOST_DEPTH) {
            throw new Misfit(place, "nested more than " + TreeReader.MOST_DEPTH + " deep");
        }
    }

    private static void refuseTag(Place place, Optional<String> tag) throws Misfit {
        if (tag.isPresent()) {
            throw new Misfit(place, "tags such as " + tag.get() + " are not used here; write the value alone");
        }
    }

    private Place place(Event event) {
        Optional<Mark> mark = event.getStartMark();
        return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(Place.whole(file));
    }

    /** A finished part that an alias may name; height counts the collections inside and including it. */
    private record Anchored(Node node, int weight, int height) {}

    /** A list or mapping whose end has not come yet. */
    private static final class Open {
        private final CollectionStartEvent start;
        private final Place place;
        private final boolean mapping;
        private final int nodesBefore;
        private final List<Node> items = new ArrayList<>();
        private final List<Node.Entry> entries = new ArrayList<>();
        private final Map<String, Place> keys = new HashMap<>();
        private Optional<Node.Scalar> key = Optional.empty();
        private int height = 1;

        Open(CollectionStartEvent start, Place place, boolean mapping, int nodesBefore) {
            this.start = start;
            this.place = place;
            this.mapping = mapping;
            this.nodesBefore = nodesBefore;
        }

        boolean wantsKey() {
            return mapping && key.isEmpty();
        }

        void key(Node node, Faults faults) throws Misfit {
            if (!(node instanceof Node.Scalar scalar)) {
                throw new Misfit(node.place(), "a key must be a text, not " + node.kind());
            }
            if (scalar.text().equals("<<") && !scalar.quoted()) {
                throw new Misfit(scalar.place(), "merge keys (<<) are not used here; repeat the keys or use an alias");
            }
            Place first = keys.putIfAbsent(scalar.text(), scalar.place());
            if (first != null) {
                faults.error(
                        scalar.place(),
                        "\"" + scalar.text() + "\" stands here a second time; the first is at line " + first.line());
            }
            key = Optional.of(scalar);
        }

        void take(Node node, int childHeight) {
            height = Math.max(height, childHeight + 1);
            if (mapping) {
                key.ifPresent(name -> entries.add(new Node.Entry(name, node)));
                key = Optional.empty();
            } else {
                items.add(node);
            }
        }

        Node node() {
            return mapping ? new Node.Mapping(place, entries) : new Node.Sequence(place, items);
        }
    }
}
