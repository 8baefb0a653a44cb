package cellwright.lab;

import cellwright.analysis.solid.ElectronicConductivity.Potential;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The potentials a run held, as {@link cellwright.analysis.solid.ElectronicConductivity} judges them. */
public final class Plateaus {
    private Plateaus() {}

    /**
     * The potentials of a polarisation, or of any steps that hold one, in their order. A hold that went on after an
     * interruption is a plateau of its own.
     *
     * @param path the protocol's step, {@code steps/3} for the fourth, or a part of it
     */
    public static List<Potential> of(RunData data, String path) {
        Map<String, Op> ops = StepOrder.byPath(data.replay().program().ops());
        List<Potential> plateaus = new ArrayList<>();
        for (StepTaken step : data.steps()) {
            Rows rows = data.rows().ofStep(step.number());
            boolean within = step.path().equals(path) || step.path().startsWith(path + "/");
            boolean holds = ops.get(step.path()) instanceof Op.Drive drive && drive.target() instanceof Target.Volts;
            if (within && holds && rows.size() > 0) {
                plateaus.add(plateau(rows));
            }
        }
        return plateaus;
    }

    /** Its voltage is the mean of what was measured, the first row aside, at which the hold may not have been in force. */
    private static Potential plateau(Rows rows) {
        double began = rows.seconds(0);
        double[] seconds = Arrays.stream(rows.seconds()).map(at -> at - began).toArray();
        double volts = Arrays.stream(rows.volts())
                .skip(rows.size() > 1 ? 1 : 0)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
        return new Potential(volts, seconds, rows.amps());
    }
}
