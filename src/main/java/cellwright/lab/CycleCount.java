package cellwright.lab;

import cellwright.protocol.program.Op;
import java.util.List;

/** How many cycles a program counts at most. */
public final class CycleCount {
    private CycleCount() {}

    /** Cycles of the operations at most; huge where a loop ends on a condition alone. */
    public static double most(List<Op> ops) {
        double sum = 0;
        for (Op op : ops) {
            sum += most(op);
        }
        return sum;
    }

    private static double most(Op op) {
        return switch (op) {
            case Op.Repeat repeat -> repeat.times() * (most(repeat.body()) + (repeat.countsCycles() ? 1 : 0));
            case Op.Choose choose -> Math.max(most(choose.then()), most(choose.otherwise()));
            case Op.Drive ignored -> 0;
            case Op.Settle ignored -> 0;
            case Op.Measure ignored -> 0;
            case Op.Note ignored -> 0;
        };
    }
}
