package cellwright.store.table;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Lines of a text file, one at a time, none longer than 64 KiB. Says at which byte a file stops being text. One thread. */
final class TextLines implements Closeable {
    private static final int BYTES_MAX = 1 << 16;
    private static final Charset CP1252 = Charset.forName("windows-1252");

    private final InputStream in;
    private final byte[] bytes = new byte[BYTES_MAX];
    private boolean cp1252;
    private long line;
    private long offset;

    TextLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** From now on the characters are those of cp1252, in which every byte is one. */
    void areCp1252() {
        cp1252 = true;
    }

    /** Number of the line last read, from 1. */
    long number() {
        return line;
    }

    /** The next line without its end; empty at the end of the file. */
    Optional<String> next() throws IOException, Misread {
        int length = 0;
        int each = in.read();
        if (each < 0) {
            return Optional.empty();
        }
        line++;
        while (each >= 0 && each != '\n') {
            if (length == BYTES_MAX) {
                throw new Misread(
                        line, 0, "the line is longer than 64 KiB, at byte " + offset + "; no table has such lines");
            }
            if (each < ' ' && each != '\t' && each != '\r') {
                throw new Misread(
                        line,
                        length + 1,
                        String.format(Locale.ROOT, "byte 0x%02x at offset %d: this is not text", each, offset));
            }
            bytes[length] = (byte) each;
            length++;
            offset++;
            each = in.read();
        }
        offset++;
        if (length > 0 && bytes[length - 1] == '\r') {
            length--;
        }
        return Optional.of(decoded(length));
    }

    private String decoded(int length) throws Misread {
        Charset charset = cp1252 ? CP1252 : StandardCharsets.UTF_8;
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(cp1252 ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException broken) {
            throw new Misread(line, 0, "characters that are not UTF-8, before byte " + offset);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
