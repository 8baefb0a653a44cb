package cellwright.protocol.exchange;

import java.util.List;

/**
 * A protocol as another program reads it.
 *
 * @param text the whole file
 * @param steps steps written, each pass of a loop counted if loops were written out
 * @param remarks what could not be said, step by step
 */
public record Exported(String text, int steps, List<Remark> remarks) {
    /** Takes an immutable copy. */
    public Exported {
        remarks = List.copyOf(remarks);
    }
}
