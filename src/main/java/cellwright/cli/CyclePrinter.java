package cellwright.cli;

import cellwright.analysis.CycleMetrics;
import java.util.Locale;
import java.util.OptionalDouble;

/** The cycle table as a person reads it, one line a cycle. */
final class CyclePrinter {
    private static final String COLUMNS = "%5s  %9s %8s  %9s %8s %8s  %7s  %9s  %8s  %6s %6s  %7s";

    private CyclePrinter() {}

    static String header() {
        return String.format(
                        Locale.ROOT,
                        "%5s  %18s  %27s  %7s  %9s  %8s  %13s  %7s\n",
                        "cycle",
                        "charge",
                        "discharge",
                        "CE",
                        "retention",
                        "energy",
                        "mean voltage",
                        "time")
                + String.format(
                        Locale.ROOT,
                        COLUMNS,
                        "",
                        "mAh",
                        "mAh/g",
                        "mAh",
                        "mAh/g",
                        "mAh/cm2",
                        "%",
                        "%",
                        "eff. %",
                        "chg V",
                        "dis V",
                        "h");
    }

    static String line(CycleMetrics cycle) {
        return String.format(
                Locale.ROOT,
                COLUMNS,
                cycle.cycle(),
                number(4, cycle.chargeAh() * 1e3),
                number(2, cycle.chargeMahPerGram()),
                number(4, cycle.dischargeAh() * 1e3),
                number(2, cycle.dischargeMahPerGram()),
                number(3, cycle.dischargeMahPerSquareCm()),
                number(3, cycle.coulombicEfficiency() * 100),
                number(2, cycle.retention() * 100),
                number(2, cycle.energyEfficiency() * 100),
                number(3, cycle.meanChargeVolts()),
                number(3, cycle.meanDischargeVolts()),
                number(2, cycle.durationSeconds() / 3600));
    }

    /** Whether a cycle is shown in a table that would grow too long otherwise: every one, every tenth, every hundredth. */
    static boolean isShown(int cycle) {
        int spacing = cycle <= 20 ? 1 : cycle <= 100 ? 10 : cycle <= 1000 ? 100 : 500;
        return cycle % spacing == 0;
    }

    private static String number(int decimals, OptionalDouble value) {
        return value.isPresent() ? number(decimals, value.getAsDouble()) : "-";
    }

    /** What is not known is a dash. */
    private static String number(int decimals, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
