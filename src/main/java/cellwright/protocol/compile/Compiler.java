package cellwright.protocol.compile;

import cellwright.protocol.Bench;
import cellwright.protocol.Cell;
import cellwright.protocol.Places;
import cellwright.protocol.Protocol;
import cellwright.protocol.RateBasis;
import cellwright.protocol.Result;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Program;
import cellwright.protocol.program.Recording;
import cellwright.protocol.program.Scale;
import java.util.List;

/** Binds a protocol to a cell and a bench. */
public final class Compiler {
    private Compiler() {}

    /**
     * Compiles a protocol; never throws, whatever it says.
     *
     * @param protocol what is asked for
     * @param places where its parts stand in its file
     * @param cell what it is asked of
     * @param bench what it is done with
     * @param protocolHash SHA-256 of the protocol's text, carried along
     * @return a program whose numbers are finite and inside every envelope, with warnings; or every fault found
     */
    public static Result<Program> compile(
            Protocol protocol, Places places, Cell cell, Bench bench, String protocolHash) {
        var faults = new Faults(places, cell.name());
        Program program = program(Binding.of(protocol, cell, bench, faults), protocolHash);
        if (faults.hasErrors()) {
            return new Result.Refused<>(faults.sorted());
        }
        ProgramReview.review(program, faults);
        return new Result.Made<>(program, faults.sorted());
    }

    private static Program program(Binding binding, String protocolHash) {
        Protocol protocol = binding.protocol();
        var foundations = new Foundations(binding);
        foundations.checkBench();
        Scale scale = foundations.scale();
        checkCycles(protocol, binding.faults());
        var pace = new Pace(binding);
        long silence = pace.silenceNanos();
        Recording recording =
                new RecordCompiler(binding.amounts(), binding.faults()).recording(protocol.record(), "record");
        List<Op> ops = new StepCompiler(binding, recording).program(protocol.steps());
        foundations.warnWithoutVoltageLimit(ops);
        return new Program(
                protocol.name(),
                protocolHash,
                scale,
                protocol.referenceCycle(),
                basisCycle(protocol.rateBasis()),
                binding.runNet().bounds(),
                silence,
                pace.pollNanos(),
                Pace.restAmps(ops),
                ops);
    }

    private static int basisCycle(RateBasis basis) {
        return switch (basis) {
            case RateBasis.CellDefinition definition -> 0;
            case RateBasis.MeasuredIn measured -> measured.cycle();
        };
    }

    private static void checkCycles(Protocol protocol, Faults faults) {
        if (protocol.referenceCycle() < 1) {
            faults.error("reference cycle", "the reference cycle must be 1 or more, got " + protocol.referenceCycle());
        }
        if (protocol.rateBasis() instanceof RateBasis.MeasuredIn measured && measured.cycle() < 1) {
            faults.error("rates", "the cycle whose capacity defines 1C must be 1 or more, got " + measured.cycle());
        }
    }
}
