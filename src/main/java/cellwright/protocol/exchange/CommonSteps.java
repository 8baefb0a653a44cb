package cellwright.protocol.exchange;

import cellwright.protocol.Amount;
import cellwright.protocol.Limits;
import cellwright.protocol.Places;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Setting;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says a protocol's steps in words that cyclers share; what has none is lost with a remark, or refused where that is dangerous. */
final class CommonSteps {
    private final CellFigures figures;
    private final Ledger ledger;
    private final Places places;

    CommonSteps(CellFigures figures, Ledger ledger, Places places) {
        this.figures = figures;
        this.ledger = ledger;
        this.places = places;
    }

    /** The steps under a path. */
    List<CommonStep> of(List<Step> steps, String path, String number) {
        List<CommonStep> all = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String at = path + "/" + i;
            String own = number.isEmpty() ? String.valueOf(i + 1) : number + "." + (i + 1);
            try {
                add(steps.get(i), at, own, all);
            } catch (CellFigures.Unknown unknown) {
                ledger.error(places.at(at), "step " + own + ": " + unknown.getMessage());
            }
        }
        return all;
    }

    private void add(Step step, String path, String number, List<CommonStep> to) throws CellFigures.Unknown {
        String where = places.at(path) + " (step " + number + ")";
        switch (step) {
            case Step.Drive drive -> to.add(drive(drive, where));
            case Step.Settle settle ->
                ledger.lost(
                        where,
                        settle.target().isPresent()
                                ? "the " + settle.subject().word() + " is not set, and not waited for"
                                : "waiting for the " + settle.subject().word() + " to be stable");
            case Step.Measure measure -> to.add(new CommonStep.Spectrum(where, measure.sweep()));
            case Step.Note note -> to.add(new CommonStep.Label(where, note.text()));
            case Step.Repeat repeat -> repeat(repeat, path, number, where, to);
            case Step.Series series -> series(series, path, number, where, to);
            case Step.Choose choose ->
                throw new CellFigures.Unknown(
                        "which way an \"if\" takes is known only while it runs, so it cannot be said there; write"
                                + " the steps out");
        }
    }

    private void repeat(Step.Repeat repeat, String path, String number, String where, List<CommonStep> to)
            throws CellFigures.Unknown {
        if (repeat.times().isEmpty()) {
            throw new CellFigures.Unknown(
                    "a loop that ends on a condition alone cannot be said there; give it a number");
        }
        repeat.until()
                .ifPresent(
                        until -> ledger.lost(where, "the loop does not end on its condition, only after its passes"));
        List<CommonStep> body = of(repeat.steps(), path + "/steps", number);
        if (!body.isEmpty()) {
            to.add(new CommonStep.Loop(where, repeat.times().get(), body));
        }
    }

    private void series(Step.Series series, String path, String number, String where, List<CommonStep> to)
            throws CellFigures.Unknown {
        series.until().ifPresent(until -> ledger.lost(where, "the series does not end as a whole on its condition"));
        List<CommonStep> then = of(series.then(), path + "/then", number);
        List<CommonStep> body = new ArrayList<>();
        for (List<Step.Drive> group : Unfolded.of(series)) {
            for (Step.Drive drive : group) {
                body.add(drive(drive, where));
            }
            body.addAll(then);
        }
        int times = Unfolded.times(series);
        if (times == 1) {
            to.addAll(body);
        } else {
            to.add(new CommonStep.Loop(where, times, body));
        }
    }

    /** A current with its sign; positive charges. */
    static Amount signed(Setting.Galvanostatic galvanostatic) {
        Amount amount = galvanostatic.current();
        return galvanostatic.direction() == Direction.DISCHARGE ? amount.with(-amount.number()) : amount;
    }

    private CommonStep drive(Step.Drive drive, String where) throws CellFigures.Unknown {
        CommonEnds.Ends ends = CommonEnds.of(drive, figures, ledger, where);
        aside(drive, where);
        Optional<Duration> period = drive.record().flatMap(RecordRule::every);
        return switch (drive.setting()) {
            case Setting.Rest rest -> new CommonStep.Rest(where, ends.time(), period);
            case Setting.Galvanostatic current ->
                new CommonStep.Current(where, figures.current(signed(current)), ends.volts(), ends.time(), period);
            case Setting.Potentiostatic hold -> {
                hold.maxCurrent()
                        .ifPresent(
                                most -> ledger.lost(where, "the largest current of the hold; limit it in the cycler"));
                yield new CommonStep.Hold(where, figures.cellVolts(hold.volts()), ends.current(), ends.time(), period);
            }
            case Setting.ConstantPower power ->
                new CommonStep.Power(where, figures.absolute(power.power()), ends.volts(), ends.time(), period);
        };
    }

    private void aside(Step.Drive drive, String where) {
        if (!drive.limits().equals(Limits.NONE)) {
            ledger.lost(where, "the limits of this step; there only those of the whole run can hold");
        }
        drive.every()
                .ifPresent(every -> ledger.lost(where, "the interruptions every " + Drives.hours(every.interval())));
    }
}
