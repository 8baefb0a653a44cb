package cellwright.cli;

import cellwright.analysis.CycleMetrics;
import java.util.Locale;
import java.util.OptionalDouble;

/** The cycle table as a person reads it, one line a cycle. */
final class CyclePrinter {
    private CyclePrinter() {}

    static String header() {
        return "cycle   charge               discharge                       CE  retention  energy  mean V        time\n"
                + "           mAh    mAh/g        mAh    mAh/g  mAh/cm2        %          %   eff. %  chg   dis        h";
    }

    static String line(CycleMetrics cycle) {
        return String.format(
                Locale.ROOT,
                "%5d  %8.4f %8s   %8.4f %8s %8s  %7.3f    %7s  %6.2f %6.3f %6.3f %7.2f",
                cycle.cycle(),
                cycle.chargeAh() * 1e3,
                optional("%.2f", cycle.chargeMahPerGram()),
                cycle.dischargeAh() * 1e3,
                optional("%.2f", cycle.dischargeMahPerGram()),
                optional("%.3f", cycle.dischargeMahPerSquareCm()),
                cycle.coulombicEfficiency() * 100,
                Double.isNaN(cycle.retention()) ? "-" : String.format(Locale.ROOT, "%.2f", cycle.retention() * 100),
                cycle.energyEfficiency() * 100,
                cycle.meanChargeVolts(),
                cycle.meanDischargeVolts(),
                cycle.durationSeconds() / 3600);
    }

    /** Whether a cycle is shown in a table that would grow too long otherwise: every one, every tenth, every hundredth. */
    static boolean isShown(int cycle) {
        int spacing = cycle <= 20 ? 1 : cycle <= 100 ? 10 : cycle <= 1000 ? 100 : 500;
        return cycle % spacing == 0;
    }

    private static String optional(String format, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
    }
}
