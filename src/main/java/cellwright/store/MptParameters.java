package cellwright.store;

import cellwright.instrument.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The parameters that an EC-Lab file tells of its technique, a row each. */
final class MptParameters {
    /** Ranges, which the run does not know; readers ask for them. */
    private static final String VOLTS_MIN = "-10.000";

    private static final String VOLTS_MAX = "10.000";
    private static final String RANGE = "Auto";

    private MptParameters() {}

    /** A column for each step with the current it asks for. */
    static List<List<String>> cycling(List<Double> amps) {
        List<List<String>> rows = Stream.of(
                        "Ns", "Set I/C", "Is", "unit Is", "vs.", "E range min (V)", "E range max (V)", "I Range")
                .map(MptParameters::row)
                .toList();
        for (int i = 0; i < amps.size(); i++) {
            rows.get(0).add(Integer.toString(i));
            rows.get(1).add("C");
            rows.get(2).add(String.format(Locale.ROOT, "%.6f", amps.get(i) * 1e3));
            rows.get(3).add("mA");
            rows.get(4).add("<None>");
            rows.get(5).add(VOLTS_MIN);
            rows.get(6).add(VOLTS_MAX);
            rows.get(7).add(RANGE);
        }
        return rows;
    }

    /** What a sweep asks for. */
    static List<List<String>> sweep(Sweep sweep) {
        boolean volts = sweep.mode() == Sweep.Mode.POTENTIOSTATIC;
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Mode", "Single sine"));
        rows.add(List.of(volts ? "E (V)" : "Is", "0.0000"));
        rows.add(List.of("vs.", volts ? "Eoc" : "<None>"));
        rows.add(List.of("fi", String.format(Locale.ROOT, "%.6f", sweep.fromHz())));
        rows.add(List.of("unit fi", "Hz"));
        rows.add(List.of("ff", String.format(Locale.ROOT, "%.6f", sweep.toHz())));
        rows.add(List.of("unit ff", "Hz"));
        rows.add(List.of("Nd", Integer.toString(sweep.pointsPerDecade())));
        rows.add(List.of("Points", "per decade"));
        rows.add(List.of("spacing", "Logarithmic"));
        rows.add(List.of(volts ? "Va (mV)" : "Ia", String.format(Locale.ROOT, "%.6f", sweep.amplitude() * 1e3)));
        if (!volts) {
            rows.add(List.of("unit Ia", "mA"));
        }
        rows.add(List.of("E range min (V)", VOLTS_MIN));
        rows.add(List.of("E range max (V)", VOLTS_MAX));
        rows.add(List.of("I Range", RANGE));
        return rows;
    }

    private static List<String> row(String name) {
        return new ArrayList<>(List.of(name));
    }
}
