package cellwright.protocol.compile;

import cellwright.instrument.Envelope;
import cellwright.instrument.Signal;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Scale;
import cellwright.protocol.program.Target;
import java.util.List;
import java.util.OptionalDouble;

/** Checks what everything else rests on: that bench and cell make sense by themselves. */
final class Foundations {
    private static final String CHANNEL = "";

    private final Binding binding;
    private final Faults faults;

    Foundations(Binding binding) {
        this.binding = binding;
        this.faults = binding.faults();
    }

    void checkBench() {
        Envelope envelope = binding.bench().potentiostat();
        boolean volts = finite(envelope.voltsMin()) && finite(envelope.voltsMax());
        boolean sound = volts && envelope.voltsMin() < envelope.voltsMax();
        if (!sound || !(envelope.ampsMax() > 0) || !finite(envelope.ampsMax()) || envelope.minSampleNanos() < 0) {
            faults.error(
                    CHANNEL,
                    "the potentiostat of the channel \"" + binding.bench().channel()
                            + "\" states a range that makes no sense: "
                            + Quantities.range(Subject.VOLTAGE, envelope.voltsMin(), envelope.voltsMax()) + ", "
                            + Quantities.amperes(envelope.ampsMax()) + "; mend its configuration");
        }
        for (Signal needed : List.of(Signal.VOLTAGE, Signal.CURRENT)) {
            if (!binding.bench().reports().contains(needed)) {
                faults.error(
                        CHANNEL,
                        "the channel \"" + binding.bench().channel() + "\" does not measure " + needed.name()
                                + ", without which no cell can be watched; add it to the channel's configuration");
            }
        }
    }

    /** What makes capacities comparable; complains of a mass or an area that cannot be. */
    Scale scale() {
        OptionalDouble mass = size(binding.cell().activeMassKg(), "active mass");
        OptionalDouble area = size(binding.cell().areaM2(), "area");
        return new Scale(mass, area, binding.amounts().oneC());
    }

    private OptionalDouble size(OptionalDouble size, String what) {
        if (size.isPresent() && !(size.getAsDouble() > 0 && finite(size.getAsDouble()))) {
            faults.error(
                    Faults.CELL + what,
                    "the " + what + " of the cell \"" + binding.cell().name() + "\" must be above 0; correct the cell"
                            + " file");
        }
        return size;
    }

    /** Warns when a current may flow and no one has said between which voltages. */
    void warnWithoutVoltageLimit(List<Op> ops) {
        Window window = binding.runNet().window(Subject.VOLTAGE);
        boolean open = Double.isInfinite(window.low()) || Double.isInfinite(window.high());
        boolean energised = Pace.drives(ops).anyMatch(drive -> !(drive.target() instanceof Target.Open));
        if (open && energised) {
            faults.warning(
                    "limits",
                    "neither the protocol nor the cell limits the voltage on both sides; only the range of the"
                            + " potentiostat guards the cell; add a voltage limit");
        }
    }

    private static boolean finite(double value) {
        return Double.isFinite(value);
    }
}
