package cellwright.opcua.map;

import java.util.List;
import java.util.stream.Collectors;

/** Where a node is on a server. Namespaces are told by their address: their numbers may differ after each start. */
public sealed interface Place {
    /**
     * A browse name.
     *
     * @param namespace address of the namespace, for example {@code urn:cellwright:stackpress:1}
     * @param text the name
     */
    record Name(String namespace, String text) {}

    /**
     * By names, from the folder Objects on.
     *
     * @param names at least one
     */
    record Path(List<Name> names) implements Place {
        /** Takes an immutable copy. */
        public Path {
            names = List.copyOf(names);
        }

        @Override
        public String words() {
            return "/Objects/" + names.stream().map(Name::text).collect(Collectors.joining("/"));
        }
    }

    /**
     * By identifier.
     *
     * @param namespace address of the namespace
     * @param identifier {@code s=}, {@code i=}, {@code g=} or {@code b=} and what follows
     */
    record Id(String namespace, String identifier) implements Place {
        @Override
        public String words() {
            return "node " + identifier + " of " + namespace;
        }
    }

    /** The place in words, for messages. */
    String words();
}
