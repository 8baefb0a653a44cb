package cellwright.protocol.compile;

import cellwright.instrument.Regulator;
import cellwright.protocol.Amount;
import cellwright.protocol.Bench;
import cellwright.protocol.Debounce;
import cellwright.protocol.Limits;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Bound;
import cellwright.protocol.program.Bound.Net;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Lays the nets of limits, each within the next wider one. */
final class LimitCompiler {
    /** A cell voltage so far beyond the envelope trips on the first reading, whatever the debounce. */
    static final double FAR_OVERSHOOT_VOLTS = 0.1;

    private final Bench bench;
    private final Levels levels;
    private final Faults faults;

    LimitCompiler(Bench bench, Levels levels, Faults faults) {
        this.bench = bench;
        this.levels = levels;
        this.faults = faults;
    }

    /** The cell's envelope. */
    Layer envelope(Limits limits) {
        return layer(limits, Net.CELL, Faults.CELL + "envelope", new Layer(List.of(), Map.of()), "");
    }

    /** What the channel's wiring and fixture bear; in the order of the subjects, so that equal benches give equal programs. */
    Layer fixture() {
        var bounds = new ArrayList<Bound>();
        var windows = new EnumMap<Subject, Window>(Subject.class);
        for (Subject subject : Subject.values()) {
            Regulator.Span span = bench.bears().get(subject.signal());
            if (span != null) {
                String at = "channel " + bench.channel() + "/envelope/" + subject.word();
                var window = new Window(span.low(), span.high());
                windows.put(subject, window);
                checkReported(subject, at);
                bounds.add(new Bound(Net.CELL, subject, window.low(), window.high(), Debounce.USUAL, false, at));
            }
        }
        return new Layer(bounds, windows);
    }

    /** The limits of the run. */
    Layer run(Limits limits, Layer cell) {
        return layer(limits, Net.RUN, "limits", cell, "the cell's envelope");
    }

    /** The limits of one step; a bound that the run has as well is judged once. */
    Layer step(Limits limits, String path, Layer runAndCell) {
        if (limits.silence().isPresent()) {
            faults.error(path + "/limits/silence", "silence holds for the whole run; move it to the protocol's limits");
        }
        Layer own = layer(limits, Net.RUN, path + "/limits", runAndCell, "the run's limits");
        List<Bound> more = own.bounds().stream()
                .filter(bound -> runAndCell.bounds().stream().noneMatch(outer -> same(bound, outer)))
                .toList();
        return new Layer(more, own.windows());
    }

    /** Whether two bounds differ at most in where they are stated. */
    private static boolean same(Bound one, Bound other) {
        return one.net() == other.net()
                && one.subject() == other.subject()
                && one.low() == other.low()
                && one.high() == other.high()
                && one.debounce().equals(other.debounce());
    }

    private Layer layer(Limits limits, Net net, String path, Layer outer, String outerName) {
        var bounds = new ArrayList<Bound>();
        var windows = new EnumMap<Subject, Window>(Subject.class);
        for (Limits.Bound limit : limits.bounds()) {
            String at = path + "/" + limit.subject().word();
            if (windows.containsKey(limit.subject())) {
                faults.error(at, "the " + limit.subject().word() + " is limited twice; keep one of the two");
                continue;
            }
            window(limit, at).ifPresent(window -> {
                windows.put(limit.subject(), window);
                checkReported(limit.subject(), at);
                checkWithin(limit.subject(), window, outer, outerName, at);
                add(bounds, net, limit, window, at);
            });
        }
        return new Layer(bounds, windows);
    }

    private static void add(List<Bound> bounds, Net net, Limits.Bound limit, Window window, String at) {
        Subject subject = limit.subject();
        boolean spared = net == Net.RUN && regulated(subject);
        bounds.add(new Bound(net, subject, window.low(), window.high(), limit.debounce(), spared, at));
        if (net == Net.CELL && subject == Subject.VOLTAGE && !limit.debounce().equals(Debounce.AT_ONCE)) {
            double low = window.low() - FAR_OVERSHOOT_VOLTS;
            double high = window.high() + FAR_OVERSHOOT_VOLTS;
            bounds.add(new Bound(net, subject, low, high, Debounce.AT_ONCE, false, at));
        }
    }

    /** What a press or a chamber moves while it settles; force is pressure by another name. */
    private static boolean regulated(Subject subject) {
        return switch (subject) {
            case TEMPERATURE, PRESSURE, FORCE -> true;
            case VOLTAGE, CURRENT -> false;
        };
    }

    private Optional<Window> window(Limits.Bound limit, String at) {
        if (limit.low().isEmpty() && limit.high().isEmpty()) {
            faults.error(at, "a limit needs a smallest or a largest value, for example \"2.5..4.7 V\"");
            return Optional.empty();
        }
        OptionalDouble low = end(limit.subject(), limit.low(), Double.NEGATIVE_INFINITY, at);
        OptionalDouble high = end(limit.subject(), limit.high(), Double.POSITIVE_INFINITY, at);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        var window = new Window(low.getAsDouble(), high.getAsDouble());
        return sensible(limit.subject(), window, at) ? Optional.of(window) : Optional.empty();
    }

    private OptionalDouble end(Subject subject, Optional<Amount> amount, double none, String at) {
        return amount.map(given -> levels.level(subject, given, at)).orElse(OptionalDouble.of(none));
    }

    private boolean sensible(Subject subject, Window window, String at) {
        if (window.isEmpty()) {
            faults.error(
                    at,
                    "the smallest " + subject.word() + " " + Quantities.of(subject, window.low())
                            + " is not below the largest " + Quantities.of(subject, window.high()));
            return false;
        }
        if (subject == Subject.CURRENT && !(window.low() <= 0 && window.high() >= 0)) {
            faults.error(
                    at,
                    "the current window " + text(subject, window)
                            + " leaves out 0 A, at which every cell rests; write for example -5..5 mA");
            return false;
        }
        return true;
    }

    private void checkReported(Subject subject, String at) {
        if (!bench.reports().contains(subject.signal())) {
            faults.error(
                    at,
                    "the channel \"" + bench.channel() + "\" does not measure " + subject.word()
                            + ", and a missing value would trip this limit at once; add a sensor to the channel or"
                            + " remove the limit");
        }
    }

    private void checkWithin(Subject subject, Window window, Layer outer, String outerName, String at) {
        Window wider = outer.window(subject);
        boolean lowOutside = Double.isFinite(window.low()) && !wider.contains(window.low());
        boolean highOutside = Double.isFinite(window.high()) && !wider.contains(window.high());
        if (lowOutside || highOutside) {
            String volts = subject == Subject.VOLTAGE ? " (cell volts)" : "";
            faults.error(
                    at,
                    "the " + subject.word() + " limit " + text(subject, window) + " lies outside " + outerName + " "
                            + text(subject, wider) + volts + "; a limit may only be tighter than the next wider one");
        }
    }

    private static String text(Subject subject, Window window) {
        return Quantities.range(subject, window.low(), window.high());
    }
}
