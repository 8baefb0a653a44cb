package cellwright.cli;

import cellwright.lab.ProtocolExchange;
import cellwright.lab.WholeFile;
import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.protocol.exchange.Exported;
import cellwright.protocol.exchange.ProtocolExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a protocol for another program.
 *
 * @param console where it prints
 * @param protocol the protocol's file
 * @param cell the cell's file
 * @param set parameters
 * @param out the file to make
 * @param json whether one JSON object is printed
 */
record ProtocolExporter(
        Console console, Path protocol, Optional<Path> cell, Map<String, String> set, Path out, boolean json) {
    int write(ProtocolExport.Target target) throws IOException {
        List<Problem> objections = Files.isDirectory(protocol)
                ? List.of(Problem.error(
                        Place.whole(protocol.toString()),
                        "this is a folder; this format is for protocols. For the protocol of a run, name its"
                                + " protocol.yaml, with --cell its cell.yaml"))
                : WholeFile.objections(out);
        if (!objections.isEmpty()) {
            Complaints.print(console, objections);
            return ExitCode.INPUT.code();
        }
        Optional<Exported> exported = Complaints.value(console, ProtocolExchange.write(target, protocol, cell, set));
        if (exported.isEmpty()) {
            return ExitCode.INPUT.code();
        }
        WholeFile.write(out, exported.get().text());
        print(exported.get());
        return ExitCode.COMPLETE.code();
    }

    private void print(Exported exported) {
        if (!json) {
            Remarks.print(console, exported.remarks());
            console.print(String.format(
                    Locale.ROOT,
                    "%,d steps in %s, %,d remarks",
                    exported.steps(),
                    out,
                    exported.remarks().size()));
            return;
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("file", out.toString());
        map.put("steps", exported.steps());
        map.put("remarks", Remarks.objects(exported.remarks()));
        console.print(Json.text(map));
    }
}
