package cellwright.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where in a program a run stands: one frame per nesting level, the outermost first.
 *
 * @param frames at least one
 */
public record Cursor(List<Frame> frames) {
    /** The beginning of a program. */
    public static final Cursor START = new Cursor(List.of(new Frame(0, 1, Branch.BODY, Optional.empty())));

    /** Takes an immutable copy. */
    public Cursor {
        frames = List.copyOf(frames);
    }

    /** The innermost frame. */
    public Frame top() {
        return frames.get(frames.size() - 1);
    }

    /** The same place one level out. */
    Cursor pop() {
        return new Cursor(frames.subList(0, frames.size() - 1));
    }

    Cursor push(Frame frame) {
        var longer = new ArrayList<>(frames);
        longer.add(frame);
        return new Cursor(longer);
    }

    Cursor withTop(Frame frame) {
        var changed = new ArrayList<>(frames);
        changed.set(changed.size() - 1, frame);
        return new Cursor(changed);
    }

    /** The next operation on the same level. */
    Cursor next() {
        Frame top = top();
        return withTop(new Frame(top.index() + 1, top.pass(), top.branch(), top.suspended()));
    }

    /** Steps and passes in a short form, for example {@code 2/0#17}: the first step of the 17th pass of the third. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (Frame frame : frames) {
            text.append(text.isEmpty() ? "" : "/").append(frame.index());
            if (frame.pass() > 1) {
                text.append('#').append(frame.pass());
            }
        }
        return text.toString();
    }

    /**
     * A place on one level.
     *
     * @param index which operation of the list
     * @param pass which pass of the list, from 1
     * @param branch which list of the operation around it
     * @param suspended the step this level interrupts, for {@link Branch#EVERY}
     */
    public record Frame(int index, int pass, Branch branch, Optional<Leaf> suspended) {}

    /** Which list of operations a level runs through. */
    public enum Branch {
        /** The program itself, or a loop's body. */
        BODY,
        /** The first way of a choice. */
        THEN,
        /** The other way. */
        OTHERWISE,
        /** An interruption of a drive. */
        EVERY
    }
}
