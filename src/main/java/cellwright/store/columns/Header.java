package cellwright.store.columns;

import cellwright.journal.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The first bytes of a column's two files.
 *
 * @param quantity what the column holds
 * @param firstRow the run's row its first number belongs to, from 0; the start of a block
 */
record Header(Quantity quantity, long firstRow) {
    /** "CWCOLS\r\n": a copy in text mode does not survive unnoticed. */
    private static final long MAGIC = 0x0A0D_534C_4F43_5743L;

    private static final int NAME_BYTES = 160;
    private static final int CHECKED = Layout.HEADER - Integer.BYTES;

    /** The bytes; a name too long for them is told by the book. */
    ByteBuffer bytes() {
        Packer packer = new Packer();
        packer.put(MAGIC).put(Layout.VERSION).put(quantity.kind().name());
        packer.put(Layout.BLOCK).put(firstRow).put(shortened(quantity.name())).put(quantity.unit());
        ByteBuffer bytes = ByteBuffer.allocate(Layout.HEADER).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(packer.packed()).putInt(CHECKED, Frames.checksum(0, bytes.array(), 0, CHECKED));
        return bytes.clear();
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), NAME_BYTES / 4));
    }

    /** What is wrong with the first bytes of a file, or nothing. */
    Optional<String> objection(Disk.Input input) throws IOException {
        ByteBuffer found = Frames.read(input, 0, Layout.HEADER);
        if (found.getLong(0) == MAGIC && found.getInt(Long.BYTES) != Layout.VERSION) {
            return Optional.of(
                    "is of version " + found.getInt(Long.BYTES) + " of the format, not of " + Layout.VERSION);
        }
        return found.equals(bytes())
                ? Optional.empty()
                : Optional.of("its header is not the one of " + quantity.name());
    }
}
