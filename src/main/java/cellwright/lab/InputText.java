package cellwright.lab;

import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a text a person has written, or says in one sentence why that is not possible. */
public final class InputText {
    /** Larger than any protocol; small enough to read at once. */
    private static final long BYTES_MAX = 1 << 20;

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
            long size = Files.size(file);
            if (size > BYTES_MAX) {
                return refuse(file, "the file has " + size + " bytes; at most " + BYTES_MAX + " were expected");
            }
            return decode(file, Files.readAllBytes(file));
        } catch (IOException failure) {
            return refuse(file, "the file cannot be read: " + failure.getMessage());
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
