package cellwright.cli;

import cellwright.lab.Prepared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is about to be rehearsed, in a few lines. */
final class RunHeader {
    private RunHeader() {}

    static List<String> lines(Prepared prepared, Path path) {
        List<String> lines = new ArrayList<>();
        lines.add(prepared.protocol().name());
        if (!prepared.protocol().source().isEmpty()) {
            lines.add("source   " + prepared.protocol().source());
        }
        lines.add("cell     " + prepared.cell().name() + scale(prepared));
        if (!prepared.protocol().parameters().isEmpty()) {
            lines.add("with     " + String.join(", ", parameters(prepared)));
        }
        lines.add("folder   " + path + "   (simulated cell, illustrative: tuned to published headline numbers)");
        return lines;
    }

    private static List<String> parameters(Prepared prepared) {
        return prepared.protocol().parameters().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .toList();
    }

    private static String scale(Prepared prepared) {
        StringBuilder text = new StringBuilder();
        var scale = prepared.program().scale();
        scale.activeMassKg().ifPresent(kg -> text.append(String.format(Locale.ROOT, ", %.4g mg active", kg * 1e6)));
        scale.areaM2().ifPresent(area -> text.append(String.format(Locale.ROOT, ", %.4g cm2", area * 1e4)));
        scale.oneCAmps().ifPresent(amps -> text.append(String.format(Locale.ROOT, ", 1C = %.4g mA", amps * 1e3)));
        return text.toString();
    }
}
