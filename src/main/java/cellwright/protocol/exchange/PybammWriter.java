package cellwright.protocol.exchange;

import cellwright.protocol.Amount;
import cellwright.protocol.Limits;
import cellwright.protocol.Place;
import cellwright.protocol.Subject;
import cellwright.protocol.yaml.ReadProtocol;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes PyBaMM sentences, one a line and each with its time, so that no default of PyBaMM's is left to act. */
final class PybammWriter {
    /** As many as a program that explodes loops is known to take. */
    private static final int MOST_SENTENCES = 10_000;

    private static final int TO_MILLI = 3;
    private static final Duration USUAL_PERIOD = Duration.ofMinutes(1);
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    private final ReadProtocol read;
    private final Ledger ledger;
    private final Optional<Duration> period;

    PybammWriter(ReadProtocol read, Ledger ledger) {
        this.read = read;
        this.ledger = ledger;
        this.period = read.protocol().record().every().filter(every -> !every.equals(USUAL_PERIOD));
    }

    /** The text; nothing after a complaint. */
    Optional<Exported> write(List<CommonStep> all) {
        heading();
        List<CommonStep> steps = sayable(all);
        long count = count(steps);
        if (count > MOST_SENTENCES || count == 0) {
            ledger.error(
                    Place.whole(ledger.file()),
                    "written out, the loops come to " + count + " sentences; from 1 to " + MOST_SENTENCES
                            + " are written: give loops other numbers, for example --set cycles=10");
            return Optional.empty();
        }
        List<String> sentences = new ArrayList<>();
        steps.forEach(step -> step(step, sentences));
        return Optional.of(new Exported(String.join("\n", sentences) + "\n", sentences.size(), ledger.remarks()));
    }

    private void heading() {
        for (Limits.Bound bound : read.protocol().limits().bounds()) {
            if (bound.subject() == Subject.VOLTAGE || bound.subject() == Subject.CURRENT) {
                ledger.lost(
                        read.places().at("limits/" + bound.subject().word()).toString(),
                        "the limit on " + bound.subject().word() + "; PyBaMM keeps to those of its parameters");
            }
        }
        var record = read.protocol().record();
        if (record.deltaVolts().isPresent()
                || record.deltaAmps().isPresent()
                || record.deltaCharge().isPresent()) {
            ledger.lost(read.places().at("record").toString(), "records at steps of voltage, current or charge");
        }
    }

    /** The steps that can be said; loops that are left with nothing are left out. */
    private List<CommonStep> sayable(List<CommonStep> steps) {
        List<CommonStep> all = new ArrayList<>();
        for (CommonStep step : steps) {
            switch (step) {
                case CommonStep.Loop loop -> {
                    List<CommonStep> body = sayable(loop.steps());
                    if (!body.isEmpty()) {
                        all.add(new CommonStep.Loop(loop.where(), loop.times(), body));
                    }
                }
                case CommonStep.Label label -> ledger.lost(label.where(), "the note \"" + label.text() + "\"");
                case CommonStep.Spectrum spectrum -> ledger.lost(spectrum.where(), "the impedance spectrum");
                case CommonStep.Rest rest -> all.add(rest);
                case CommonStep.Current current -> all.add(current);
                case CommonStep.Hold hold -> all.add(hold);
                case CommonStep.Power power -> all.add(power);
            }
        }
        return all;
    }

    /** How many sentences there will be; loops multiply. */
    private static long count(List<CommonStep> steps) {
        long sum = 0;
        for (CommonStep step : steps) {
            sum += step instanceof CommonStep.Loop loop
                    ? Math.min(Integer.MAX_VALUE, count(loop.steps())) * loop.times()
                    : 1;
            sum = Math.min(sum, Integer.MAX_VALUE);
        }
        return sum;
    }

    private void step(CommonStep step, List<String> to) {
        switch (step) {
            case CommonStep.Rest rest -> to.add("Rest for " + time(rest.time()) + period(rest.period()));
            case CommonStep.Current current ->
                to.add((current.current().number() > 0 ? "Charge" : "Discharge") + " at "
                        + magnitude(current.current()) + " for " + time(current.time()) + until(current.volts())
                        + period(current.period()));
            case CommonStep.Hold hold ->
                to.add("Hold at " + Exact.text(hold.volts(), 0) + " V for " + time(hold.time())
                        + hold.current()
                                .map(level -> " or until " + magnitude(level))
                                .orElse("")
                        + period(hold.period()));
            case CommonStep.Power power ->
                to.add((power.watts() > 0 ? "Charge" : "Discharge") + " at " + Exact.text(Math.abs(power.watts()), 0)
                        + " W for " + time(power.time()) + until(power.volts()) + period(power.period()));
            case CommonStep.Loop loop -> {
                for (int pass = 0; pass < loop.times(); pass++) {
                    loop.steps().forEach(inside -> step(inside, to));
                }
            }
            case CommonStep.Label label -> {}
            case CommonStep.Spectrum spectrum -> {}
        }
    }

    private static String magnitude(Amount amount) {
        double size = Math.abs(amount.number());
        return amount instanceof Amount.CRate ? Exact.text(size, 0) + "C" : Exact.text(size, TO_MILLI) + " mA";
    }

    private static String until(OptionalDouble volts) {
        return volts.isPresent() ? " or until " + Exact.text(volts.getAsDouble(), 0) + " V" : "";
    }

    private String period(Optional<Duration> own) {
        return own.or(() -> period).map(time -> " (" + time(time) + " period)").orElse("");
    }

    private static String time(Duration time) {
        BigDecimal seconds = Exact.seconds(time);
        if (seconds.remainder(HOUR).signum() == 0) {
            return counted(seconds.divide(HOUR), "hour");
        }
        return seconds.remainder(MINUTE).signum() == 0
                ? counted(seconds.divide(MINUTE), "minute")
                : counted(seconds, "second");
    }

    private static String counted(BigDecimal number, String unit) {
        return Exact.text(number) + " " + unit + (number.compareTo(BigDecimal.ONE) == 0 ? "" : "s");
    }
}
