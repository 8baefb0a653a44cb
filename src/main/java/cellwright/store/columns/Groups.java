package cellwright.store.columns;

import cellwright.engine.Effect;
import cellwright.engine.Row;
import java.util.Optional;

/** Which step and which cycle is open; the others are in the book. One thread. */
final class Groups {
    private final BookWriter book;
    private Optional<StepRows> step;
    private Optional<GrowingGroup> stepRows;
    private Optional<GrowingGroup> cycle;

    Groups(BookWriter book, Optional<StepRows> step, Optional<RowGroup> cycle) {
        this.book = book;
        this.step = step;
        this.stepRows = step.map(open -> new GrowingGroup(open.rows().copy()));
        this.cycle = cycle.map(open -> new GrowingGroup(open.copy()));
    }

    void begin(Effect.StepBegan began, long testNanos, long rows) {
        open(began.stepCount(), began.path(), began.label(), testNanos, rows);
    }

    private void open(long number, String path, String label, long testNanos, long rows) {
        step().ifPresent(over -> book.append(new BookEntry.StepClosed(over)));
        RowGroup none = RowGroup.empty(number, rows);
        step = Optional.of(new StepRows(none, path, label, testNanos, false, 0, ""));
        stepRows = Optional.of(new GrowingGroup(none));
    }

    void end(Effect.StepEnded ended, long testNanos) {
        step = step.map(open -> open.rows().number() == ended.stepCount() ? open.over(testNanos, ended.why()) : open);
    }

    /** Takes a row in that is the one behind so many rows. */
    void take(Row row, double[] numbers, int columns, long rowsBefore) {
        if (stepRows.isEmpty() || stepRows.get().number() != row.stepCount()) {
            open(row.stepCount(), row.path(), "", row.testNanos() - row.stepNanos(), rowsBefore);
        }
        if (cycle.isEmpty() || cycle.get().number() != row.cycle()) {
            cycle.ifPresent(over -> book.append(new BookEntry.CycleClosed(over.sofar())));
            cycle = Optional.of(new GrowingGroup(RowGroup.empty(row.cycle(), rowsBefore)));
        }
        stepRows.get().see(row.testNanos(), numbers, columns, row.inStep());
        cycle.get().see(row.testNanos(), numbers, columns, row.inCycle());
    }

    /** The open step with its rows so far. */
    Optional<StepRows> step() {
        return step.map(open -> open.with(stepRows.orElseThrow().sofar()));
    }

    /** The rows of the open cycle so far. */
    Optional<RowGroup> cycle() {
        return cycle.map(GrowingGroup::sofar);
    }
}
