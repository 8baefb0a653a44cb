package cellwright.protocol.exchange;

import cellwright.protocol.Protocol;
import java.util.List;

/**
 * A protocol that came from another program.
 *
 * @param format the language it was written in
 * @param protocol what it means here
 * @param text the same as YAML, remarks as comments above it
 * @param remarks what is not as it was there, in the order they were met
 */
public record Imported(ForeignFormat format, Protocol protocol, String text, List<Remark> remarks) {
    /** Takes an immutable copy. */
    public Imported {
        remarks = List.copyOf(remarks);
    }
}
