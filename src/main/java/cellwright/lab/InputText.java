package cellwright.lab;

import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads a text a person has written, or says in one sentence why that is not possible. */
public final class InputText {
    /** Larger than any protocol; small enough to read at once. */
    private static final int BYTES_MAX = 1 << 20;

    private InputText() {}

    /** The text of a file: UTF-8, at most 1 MiB. */
    public static Result<String> read(Path file) {
        try {
            if (!Files.exists(file)) {
                return refuse(file, "there is no such file");
            }
            if (Files.isDirectory(file)) {
                return refuse(file, "this is a folder; a YAML file was expected");
            }
            byte[] bytes = beginning(file);
            return bytes.length > BYTES_MAX
                    ? refuse(file, "the file is larger than 1 MiB; a protocol or a cell was expected")
                    : decode(file, bytes);
        } catch (AccessDeniedException denied) {
            return refuse(file, "the file may not be read; ask for permission");
        } catch (IOException failure) {
            return refuse(file, "the file cannot be read: " + failure.getMessage());
        }
    }

    /**
     * The text of a file another program wrote, at most 1 MiB: settings of EC-Lab in the encoding of Windows, in which they are
     * always written, anything else in UTF-8.
     */
    public static Result<String> foreign(Path file) {
        try {
            if (!Files.isRegularFile(file) && !Files.isReadable(file)) {
                return refuse(file, "there is no such file that can be read");
            }
            if (Files.isDirectory(file)) {
                return refuse(file, "this is a folder; a file to import was expected");
            }
            byte[] bytes = beginning(file);
            if (bytes.length > BYTES_MAX) {
                return refuse(file, "the file is larger than 1 MiB; no protocol is");
            }
            boolean windows = begins(bytes, "EC-LAB SETTING FILE") || begins(bytes, "BT-LAB SETTING FILE");
            return decode(file, bytes, windows ? Charset.forName("windows-1252") : StandardCharsets.UTF_8);
        } catch (AccessDeniedException denied) {
            return refuse(file, "the file may not be read; ask for permission");
        } catch (IOException failure) {
            return refuse(file, "the file cannot be read: " + failure.getMessage());
        }
    }

    private static boolean begins(byte[] bytes, String with) {
        byte[] start = with.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static Result<String> decode(Path file, byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Result.Made<>(text.startsWith("\uFEFF") ? text.substring(1) : text, List.of());
        } catch (CharacterCodingException notText) {
            return refuse(file, "this is not text in " + charset.displayName(Locale.ROOT));
        }
    }

    /** One byte more than allowed at most: a device or a pipe has no size that could be asked for. */
    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(BYTES_MAX + 1);
        }
    }

    private static Result<String> decode(Path file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Result.Made<>(text, List.of());
        } catch (CharacterCodingException notText) {
            return refuse(file, "this is not text in UTF-8; a YAML file was expected");
        }
    }

    private static <T> Result<T> refuse(Path file, String message) {
        return new Result.Refused<>(List.of(Problem.error(Place.whole(file.toString()), message)));
    }
}
