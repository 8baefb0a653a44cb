package cellwright.benchmarks;

import cellwright.engine.Cause;
import cellwright.engine.EventLog.LogFailure;
import cellwright.lab.Prepared;
import cellwright.lab.Rehearsal;
import cellwright.lab.VirtualRun;
import cellwright.protocol.Cell;
import cellwright.simulator.BareCell;
import cellwright.simulator.impedance.Impedance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * How long a spectrum of 71 points takes, 1 MHz to 0.1 Hz: the NCM85 cell linearised where it stands half charged, and
 * beside it all that a step of a virtual run costs for one, in which the cell goes on between the points and the journal
 * is written. Void if the cell does not have the tens of ohms that were published, or if spectra are missing.
 *
 * <p>Arguments: the project's folder, and a folder to write below.
 */
@TouchesTheRealWorld
public final class SpectrumBenchmark {
    private static final int POINTS = 71;
    private static final int PER_DECADE = 10;
    private static final double FASTEST_HZ = 1e6;
    /** C/5. */
    private static final double AMPS_PER_KG = 36;

    private static final double HALF_CHARGED_VOLTS = 3.2;
    private static final int ROUNDS = 60;
    private static final int SPECTRA_A_ROUND = 100;
    private static final int RUNS = 7;
    private static final int SPECTRA_A_RUN = 200;
    private static final double LEAST_OHMS = 60;
    private static final double MOST_OHMS = 110;
    private static final double TARGET_MILLIS = 2;

    private static final String PROTOCOL = """
            protocol: Spectra one after the other
            reference: Li+/Li
            parameters:
              spectra: 1
            record: { every: 10 min }
            limits: { pressure: 200..300 MPa, silence: 10 s }
            steps:
              - pressure: 250 MPa
                stable: { within: 5 MPa, for: 10 min }
                at most: 1 h
              - repeat: $spectra
                steps:
                  - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 100 mHz, per decade: 10 }
            """;

    private SpectrumBenchmark() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException, LogFailure {
        Path house = Path.of(arguments.length > 0 ? arguments[0] : ".");
        Path parent = Path.of(arguments.length > 1 ? arguments[1] : "target");
        Shipped shipped = Shipped.life(house);
        alone(shipped.prepared(Map.of(), 1).cell());
        try (Scratch scratch = Scratch.below(parent, "spectrum-benchmark")) {
            inRuns(shipped, scratch.path());
        }
    }

    private static void alone(Cell described) {
        BareCell cell = BareCell.of(described);
        cell.drive(described.activeMassKg().orElseThrow() * AMPS_PER_KG, HALF_CHARGED_VOLTS);
        Rounds millis = new Rounds();
        for (int round = 0; round < ROUNDS; round++) {
            double slowest = 0;
            long before = System.nanoTime();
            for (int i = 0; i < SPECTRA_A_ROUND; i++) {
                slowest = spectrum(cell.impedance());
            }
            millis.add((System.nanoTime() - before) * 1e-6 / SPECTRA_A_ROUND);
            require(slowest >= LEAST_OHMS && slowest <= MOST_OHMS, slowest + " ohm at the end of a spectrum");
        }
        Verdict.atMost("spectrum, 71 points of the model", millis.least(), " ms", TARGET_MILLIS);
        Verdict.remark("spectrum, 71 points, median round", millis.median(), " ms");
    }

    /** The largest magnitude of all points, ohm. */
    private static double spectrum(Impedance impedance) {
        double most = 0;
        for (int k = 0; k < POINTS; k++) {
            double hertz = FASTEST_HZ * Math.pow(10, -k / (double) PER_DECADE);
            most = Math.max(most, impedance.atHertz(hertz).magnitude());
        }
        return most;
    }

    private static void inRuns(Shipped shipped, Path folder) throws IOException, LogFailure {
        Path protocol = Files.writeString(folder.resolve("spectra.yaml"), PROTOCOL);
        Rounds millis = new Rounds();
        for (int run = 0; run < RUNS; run++) {
            Prepared prepared = shipped.under(protocol).prepared(Map.of("spectra", Integer.toString(SPECTRA_A_RUN)), 1);
            long before = System.nanoTime();
            Rehearsal.Outcome outcome = VirtualRun.run(
                    prepared, folder.resolve("run-" + run), Instant.EPOCH, Instant.EPOCH, new Unwatched());
            millis.add((System.nanoTime() - before) * 1e-6 / SPECTRA_A_RUN);
            require(outcome.cause().kind() == Cause.Kind.COMPLETE, String.valueOf(outcome.cause()));
            require(outcome.spectra().size() == SPECTRA_A_RUN, outcome.spectra().size() + " spectra");
        }
        Verdict.remark("spectrum, a step of a run, journal written", millis.least(), " ms");
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new IllegalStateException("void: " + otherwise);
        }
    }
}
