package cellwright.protocol.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.protocol.yaml.Library;
import cellwright.protocol.yaml.ProtocolReader;
import cellwright.protocol.yaml.ReadProtocol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Short ways to import and export texts in tests. */
final class Foreign {
    private Foreign() {}

    static Result<Imported> result(String text) {
        return ForeignProtocol.read(
                new ForeignProtocol.Order("f", text, Optional.empty(), "imported", ForeignProtocol.USUAL_LONGEST));
    }

    static Imported made(String text) {
        Result<Imported> result = result(text);
        assertThat(problems(result)).isEmpty();
        return ((Result.Made<Imported>) result).value();
    }

    /** The steps as they stand in the YAML. */
    static String steps(String text) {
        String yaml = made(text).text();
        return yaml.substring(yaml.indexOf("steps:\n") + 7).indent(-2);
    }

    static List<String> problems(String text) {
        return problems(result(text));
    }

    static List<String> problems(Result<?> result) {
        return switch (result) {
            case Result.Made<?> made -> List.of();
            case Result.Refused<?> refused ->
                refused.problems().stream().map(Problem::toString).toList();
        };
    }

    static List<String> remarks(List<Remark> remarks) {
        return remarks.stream().map(Remark::toString).toList();
    }

    static ReadProtocol read(String yaml) {
        Result<ReadProtocol> read = ProtocolReader.read("p.yaml", yaml, Map.of(), Library.EMPTY);
        assertThat(problems(read)).isEmpty();
        return ((Result.Made<ReadProtocol>) read).value();
    }

    static Exported exported(ProtocolExport.Target target, String yaml) {
        Result<Exported> result = ProtocolExport.write(target, read(yaml), Optional.empty());
        assertThat(problems(result)).isEmpty();
        return ((Result.Made<Exported>) result).value();
    }

    /** A file of the project's own. */
    static String own(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Foreign.class.getResourceAsStream("/exchange/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A file that may lie beside the repository. */
    static Optional<String> shared(String name, Charset charset) throws IOException {
        Path house = Path.of(System.getProperty("cellwright.house", "."))
                .toAbsolutePath()
                .normalize();
        Optional<Path> found = Stream.of("../shared/data", "../../shared/data")
                .map(folder -> house.resolve(folder).resolve("protocols").resolve(name))
                .filter(Files::exists)
                .findFirst();
        return found.isPresent() ? Optional.of(Files.readString(found.get(), charset)) : Optional.empty();
    }
}
