package cellwright.lab;

import cellwright.protocol.program.Op;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps of a program in the order they stand in the protocol, each once. */
final class StepOrder {
    private StepOrder() {}

    static List<String> paths(List<Op> ops) {
        return List.copyOf(byPath(ops).keySet());
    }

    /** What each path of a program does, in order. */
    static Map<String, Op> byPath(List<Op> ops) {
        var found = new LinkedHashMap<String, Op>();
        add(ops, found);
        return found;
    }

    private static void add(List<Op> ops, Map<String, Op> found) {
        for (Op op : ops) {
            found.putIfAbsent(op.path(), op);
            switch (op) {
                case Op.Repeat repeat -> add(repeat.body(), found);
                case Op.Choose choose -> {
                    add(choose.then(), found);
                    add(choose.otherwise(), found);
                }
                case Op.Drive drive -> drive.every().ifPresent(every -> add(every.body(), found));
                case Op.Settle ignored -> {}
                case Op.Measure ignored -> {}
                case Op.Note ignored -> {}
            }
        }
    }
}
