package cellwright.benchmarks;

import cellwright.protocol.Cell;
import cellwright.simulator.BareCell;
import java.nio.file.Path;
import java.util.Map;

/**
 * How long a step of the cell model takes, on shipped cells that age: all time of some cycles at constant current, over
 * the steps that were accepted, so that what was proposed and refused is paid for too. A step is one implicit step and
 * two of half its length. Each round cycles a new cell; void if its capacity is not the published one, or if two rounds do
 * not agree to the last bit.
 *
 * <p>Argument: the project's folder.
 */
@TouchesTheRealWorld
public final class StepBenchmark {
    private static final int ROUNDS = 60;
    private static final double LOW_VOLTS = 2.178;
    private static final double HIGH_VOLTS = 3.678;
    private static final double COULOMBS_PER_MAH = 3.6;
    private static final double GRAMS_PER_KG = 1e3;
    private static final double AMPS_PER_KG_AT_1C = 180;

    private StepBenchmark() {}

    /** What is cycled, and what is known of it. */
    private record Trial(Cell cell, double rate, int cycles, double mahPerGram, double within) {}

    /** What a round came to. */
    private record Done(long steps, double mahPerGram) {}

    /** Measures and prints. */
    public static void main(String[] arguments) {
        Path house = Path.of(arguments.length > 0 ? arguments[0] : ".");
        measure("model step, one particle", new Trial(cell(Shipped.life(house)), 3, 20, 86, 3), 3);
        measure("model step, ten particles", new Trial(cell(Shipped.thick(house)), 1 / 8.0, 3, 192, 5), 25);
    }

    private static Cell cell(Shipped shipped) {
        return shipped.prepared(Map.of(), 1).cell();
    }

    private static void measure(String what, Trial trial, double targetMicros) {
        Rounds micros = new Rounds();
        Done known = round(trial, micros);
        if (!(Math.abs(known.mahPerGram() - trial.mahPerGram()) <= trial.within())) {
            throw new IllegalStateException("void: " + known + " instead of " + trial.mahPerGram() + " mAh/g");
        }
        for (int i = 1; i < ROUNDS; i++) {
            Done done = round(trial, micros);
            if (!done.equals(known)) {
                throw new IllegalStateException("void: " + done + " is not " + known);
            }
        }
        Verdict.atMost(what, micros.least(), " us", targetMicros);
        Verdict.remark(what + ", median round", micros.median(), " us");
    }

    private static Done round(Trial trial, Rounds micros) {
        BareCell cell = BareCell.of(trial.cell());
        double kg = trial.cell().activeMassKg().orElseThrow();
        double amps = trial.rate() * AMPS_PER_KG_AT_1C * kg;
        double coulombs = 0;
        long before = System.nanoTime();
        for (int i = 0; i < trial.cycles(); i++) {
            cell.drive(amps, HIGH_VOLTS);
            coulombs = -cell.drive(-amps, LOW_VOLTS);
        }
        micros.add((System.nanoTime() - before) * 1e-3 / cell.steps());
        return new Done(cell.steps(), coulombs / COULOMBS_PER_MAH / (kg * GRAMS_PER_KG));
    }
}
