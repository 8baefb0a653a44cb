package cellwright.cli;

import cellwright.analysis.impedance.KramersKronigVerdict;
import cellwright.engine.SpectrumRow;
import cellwright.lab.SpectrumFigures;
import cellwright.protocol.compile.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A spectrum as a person reads it, in a line. */
final class SpectrumPrinter {
    private static final double CELSIUS_ZERO = 273.15;

    private SpectrumPrinter() {}

    static String line(SpectrumFigures figures) {
        SpectrumRow row = figures.row();
        List<String> words = new ArrayList<>();
        words.add(String.format(Locale.ROOT, "eis %4d", row.index()));
        words.add(String.format(Locale.ROOT, "%8.2f h", figures.testSeconds() / 3600));
        words.add(
                String.format(Locale.ROOT, "%3d points", row.spectrum().points().size()));
        if (!Double.isNaN(figures.lowestOhm())) {
            words.add(Quantities.hertz(figures.lowestHertz()) + ".." + Quantities.hertz(figures.highestHertz()));
            words.add(String.format(Locale.ROOT, "|Z| %.4g..%.4g ohm", figures.lowestOhm(), figures.highestOhm()));
        }
        words.add(state(figures));
        words.add("KK " + (Double.isNaN(figures.residual()) ? "-" : percent(2, figures.residual())) + remark(figures));
        return String.join("  ", words);
    }

    private static String state(SpectrumFigures figures) {
        List<String> words = new ArrayList<>();
        words.add(String.format(Locale.ROOT, "%.3f V", figures.volts()));
        figures.stateOfCharge().ifPresent(charge -> words.add("SOC " + percent(1, charge)));
        if (!Double.isNaN(figures.kelvins())) {
            words.add(String.format(Locale.ROOT, "%.1f °C", figures.kelvins() - CELSIUS_ZERO));
        }
        if (!Double.isNaN(figures.pascals())) {
            words.add(String.format(Locale.ROOT, "%.1f MPa", figures.pascals() * 1e-6));
        }
        return String.join("  ", words);
    }

    /** What a person must know before using it. */
    private static String remark(SpectrumFigures figures) {
        List<String> words = new ArrayList<>();
        if (figures.row().extent() != SpectrumRow.Extent.WHOLE) {
            words.add(figures.row().extent().words());
        }
        if (figures.outcome() != KramersKronigVerdict.Outcome.CONSISTENT) {
            List<String> reasons =
                    figures.verdict().map(KramersKronigVerdict::reasons).orElse(List.of("no point can be used"));
            words.add(word(figures.outcome()) + ": " + String.join("; ", reasons));
        }
        return words.isEmpty() ? "" : "  ! " + String.join("; ", words);
    }

    private static String word(KramersKronigVerdict.Outcome outcome) {
        return switch (outcome) {
            case CONSISTENT -> "consistent";
            case DOUBTFUL -> "doubtful (drift, or single points)";
            case INCONSISTENT -> "invalid (noise, drift, or too strong an excitation)";
            case UNDECIDED -> "not judged";
        };
    }

    private static String percent(int decimals, double share) {
        return String.format(Locale.ROOT, "%." + decimals + "f %%", 100 * share);
    }
}
