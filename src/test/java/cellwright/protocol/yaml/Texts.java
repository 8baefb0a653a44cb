package cellwright.protocol.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Problem;
import cellwright.protocol.Protocol;
import cellwright.protocol.Result;
import cellwright.protocol.Step;
import java.util.List;
import java.util.Map;

/** Short ways to read texts in tests. */
final class Texts {
    private Texts() {}

    static Result<ReadProtocol> result(String text) {
        return ProtocolReader.read("p.yaml", text, Map.of(), Library.EMPTY);
    }

    static Protocol protocol(String text) {
        return made(result(text)).protocol();
    }

    /** The only step of a protocol made of these lines, the first after a dash. */
    static Step step(String lines) {
        List<Step> steps = protocol("protocol: x\nsteps:\n  - " + lines.strip().replace("\n", "\n    ") + "\n")
                .steps();
        assertThat(steps).hasSize(1);
        return steps.getFirst();
    }

    static <T> T made(Result<T> result) {
        assertThat(result).isInstanceOf(Result.Made.class);
        return ((Result.Made<T>) result).value();
    }

    static List<String> problems(Result<?> result) {
        List<Problem> problems =
                switch (result) {
                    case Result.Made<?> made -> made.warnings();
                    case Result.Refused<?> refused -> refused.problems();
                };
        return problems.stream().map(Problem::toString).toList();
    }

    static List<String> problems(String text) {
        return problems(result(text));
    }
}
