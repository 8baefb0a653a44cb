package cellwright.lab;

import cellwright.protocol.Bench;
import cellwright.protocol.Cell;
import cellwright.protocol.Problem;
import cellwright.protocol.Protocol;
import cellwright.protocol.Result;
import cellwright.protocol.compile.Compiler;
import cellwright.protocol.compile.Hashing;
import cellwright.protocol.program.Program;
import cellwright.protocol.yaml.CellReader;
import cellwright.protocol.yaml.CellWriter;
import cellwright.protocol.yaml.ProtocolReader;
import cellwright.protocol.yaml.ProtocolWriter;
import cellwright.protocol.yaml.ReadProtocol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The documents of an order as read, and the snapshots a run folder will keep of them.
 *
 * @param read the protocol with its parameters in force, and where its parts stand
 * @param cell the cell
 * @param protocolText the protocol's snapshot
 * @param cellText the cell's snapshot
 */
public record Ordered(ReadProtocol read, Cell cell, String protocolText, String cellText) {
    /** Reads protocol and cell; refuses with every fault found. */
    public static Result<Ordered> read(Prepared.Order order) {
        List<Problem> problems = new ArrayList<>();
        Optional<ReadProtocol> read = Gather.value(readProtocol(order), problems);
        Optional<Cell> cell = Gather.value(readCell(order.cellFile()), problems)
                .map(found -> found.simulatedWith(order.simulation()));
        if (read.isEmpty() || cell.isEmpty()) {
            return new Result.Refused<>(problems);
        }
        return new Result.Made<>(
                new Ordered(
                        read.get(),
                        cell.get(),
                        ProtocolWriter.write(read.get().protocol()),
                        CellWriter.write(cell.get())),
                problems);
    }

    /** What was asked for. */
    public Protocol protocol() {
        return read.protocol();
    }

    /** Binds the documents to a bench. */
    public Result<Program> bind(Bench bench) {
        return Compiler.compile(read.protocol(), read.places(), cell, bench, Hashing.sha256(protocolText));
    }

    private static Result<ReadProtocol> readProtocol(Prepared.Order order) {
        Path file = order.protocolFile();
        return Gather.then(
                InputText.read(file),
                text -> ProtocolReader.read(file.toString(), text, order.overrides(), new FolderLibrary(file)));
    }

    private static Result<Cell> readCell(Path file) {
        return Gather.then(InputText.read(file), text -> CellReader.read(file.toString(), text));
    }

    /** Hash of the cell's snapshot. */
    public String cellSha256() {
        return Hashing.sha256(cellText);
    }
}
