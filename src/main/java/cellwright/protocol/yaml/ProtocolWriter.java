package cellwright.protocol.yaml;

import cellwright.protocol.Protocol;
import cellwright.protocol.RateBasis;
import cellwright.protocol.Until;
import java.util.List;
import java.util.Optional;

/**
 * Writes the one canonical text of a protocol, for the snapshot that travels with a run: used files inlined, parameters
 * replaced and their values listed. Reading it gives an equal protocol.
 */
public final class ProtocolWriter {
    private ProtocolWriter() {}

    /**
     * The text of a protocol.
     *
     * @throws IllegalArgumentException if the protocol holds what cannot be read, such as a number that is not finite
     */
    public static String write(Protocol protocol) {
        var draft = new Draft().put("protocol", literal(protocol.name()));
        if (!protocol.source().isEmpty()) {
            draft.put("source", literal(protocol.source()));
        }
        draft.put("reference", protocol.reference());
        draft.put("C-rate", basis(protocol.rateBasis()));
        draft.put("reference cycle", String.valueOf(protocol.referenceCycle()));
        if (!protocol.parameters().isEmpty()) {
            var parameters = new Draft();
            protocol.parameters().forEach(parameters::put);
            draft.put("resolved parameters", parameters.node());
        }
        draft.put("record", RuleWriter.record(protocol.record()));
        RuleWriter.limits(draft, "limits", protocol.limits());
        draft.put("steps", StepWriter.steps(protocol.steps()));
        return YamlPrinter.print(draft.node());
    }

    private static String basis(RateBasis basis) {
        return switch (basis) {
            case RateBasis.CellDefinition cell -> "cell";
            case RateBasis.MeasuredIn measured -> "discharge capacity of cycle " + measured.cycle();
        };
    }

    /** A free text in which a dollar sign is a dollar sign. */
    static String literal(String text) {
        return text.replace("$", "$$");
    }

    /** A condition as it stands in a file. */
    static Node condition(Until until) {
        Optional<String> line = ConditionText.write(until);
        if (line.isPresent()) {
            return Draft.text(line.get());
        }
        return switch (until) {
            case Until.AllOf all -> combined("all", all.parts());
            case Until.AnyOf any -> combined("any", any.parts());
            case Until.Elapsed elapsed -> throw new IllegalStateException("a time has a line: " + elapsed);
            case Until.Above above -> throw new IllegalStateException("a level has a line: " + above);
            case Until.Below below -> throw new IllegalStateException("a level has a line: " + below);
            case Until.ChargePassed passed -> throw new IllegalStateException("a charge has a line: " + passed);
            case Until.EnergyPassed passed -> throw new IllegalStateException("an energy has a line: " + passed);
            case Until.Slower slower -> throw new IllegalStateException("a slope has a line: " + slower);
            case Until.CycleBelow below -> throw new IllegalStateException("a figure has a line: " + below);
            case Until.CycleAtLeast atLeast -> throw new IllegalStateException("a figure has a line: " + atLeast);
            case Until.Shorted shorted -> throw new IllegalStateException("a short has a line: " + shorted);
            case Until.CycleIn in -> throw new IllegalStateException("a list of cycles has a line: " + in);
        };
    }

    private static Node combined(String word, List<Until> parts) {
        return new Draft()
                .put(word, parts.stream().map(ProtocolWriter::condition).toList())
                .node();
    }
}
