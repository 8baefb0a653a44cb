package cellwright.lab;

import cellwright.protocol.Cell;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.protocol.exchange.Exported;
import cellwright.protocol.exchange.ForeignFormat;
import cellwright.protocol.exchange.ForeignProtocol;
import cellwright.protocol.exchange.Imported;
import cellwright.protocol.exchange.ProtocolExport;
import cellwright.protocol.yaml.CellReader;
import cellwright.protocol.yaml.ProtocolReader;
import cellwright.protocol.yaml.ReadProtocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Protocols from the files of other programs, and for them. */
public final class ProtocolExchange {
    private ProtocolExchange() {}

    /**
     * The protocol in a file of another program.
     *
     * @param format the language; empty to recognise it
     * @param longest longest time of a step whose file gives none and whose current tells nothing
     */
    public static Result<Imported> read(Path file, Optional<ForeignFormat> format, Duration longest) {
        return Gather.then(
                InputText.foreign(file),
                text -> ForeignProtocol.read(
                        new ForeignProtocol.Order(file.toString(), text, format, name(file), longest)));
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * A protocol for another program.
     *
     * @param cell the cell's file, if one was named
     * @param overrides parameters set by name
     */
    public static Result<Exported> write(
            ProtocolExport.Target target, Path protocol, Optional<Path> cell, Map<String, String> overrides) {
        List<Problem> problems = new ArrayList<>();
        Optional<ReadProtocol> read = Gather.value(
                Gather.then(
                        InputText.read(protocol),
                        text -> ProtocolReader.read(protocol.toString(), text, overrides, new FolderLibrary(protocol))),
                problems);
        Optional<Cell> known = cell.flatMap(file -> Gather.value(
                Gather.then(InputText.read(file), text -> CellReader.read(file.toString(), text)), problems));
        if (read.isEmpty() || known.isPresent() != cell.isPresent()) {
            return new Result.Refused<>(problems);
        }
        Optional<Exported> made = Gather.value(ProtocolExport.write(target, read.get(), known), problems);
        return made.isPresent() ? new Result.Made<>(made.get(), problems) : new Result.Refused<>(problems);
    }
}
