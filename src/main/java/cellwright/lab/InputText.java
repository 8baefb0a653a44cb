package cellwright.lab;

import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
