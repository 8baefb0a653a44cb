package cellwright.lab;

import cellwright.protocol.program.Op;
import java.util.ArrayList;
import java.util.List;

/** The steps of a program in the order they stand in the protocol, each once. */
final class StepOrder {
    private StepOrder() {}

    static List<String> paths(List<Op> ops) {
        List<String> paths = new ArrayList<>();
        add(ops, paths);
        return paths.stream().distinct().toList();
    }

    private static void add(List<Op> ops, List<String> paths) {
        for (Op op : ops) {
            paths.add(op.path());
            switch (op) {
                case Op.Repeat repeat -> add(repeat.body(), paths);
                case Op.Choose choose -> {
                    add(choose.then(), paths);
                    add(choose.otherwise(), paths);
                }
                case Op.Drive drive -> drive.every().ifPresent(every -> add(every.body(), paths));
                case Op.Settle ignored -> {}
                case Op.Measure ignored -> {}
                case Op.Note ignored -> {}
            }
        }
    }
}
