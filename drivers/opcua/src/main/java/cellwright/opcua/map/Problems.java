package cellwright.opcua.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is wrong with a file, gathered while it is read. One thread. */
final class Problems {
    private static final int SHOWN = 10;

    private final String file;
    private final List<String> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    /** Notes what is wrong at a node. */
    void at(Node node, String what) {
        at(node.getStartMark(), what);
    }

    /** Notes what is wrong at a mark; line and column are counted from 1. */
    void at(Optional<Mark> mark, String what) {
        String place = mark.map(at -> ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1))
                .orElse("");
        found.add(file + place + ": " + what);
    }

    /** Ends the reading if anything is wrong. */
    void refuseIfAny() {
        if (!found.isEmpty()) {
            List<String> shown = found.subList(0, Math.min(SHOWN, found.size()));
            String more = found.size() > SHOWN ? "\nand " + (found.size() - SHOWN) + " more" : "";
            throw new RoleMapException(String.join("\n", shown) + more);
        }
    }
}
