package cellwright.protocol.yaml;

import cellwright.protocol.Amount;
import cellwright.protocol.Limits;
import cellwright.protocol.Place;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries a used file's record rule and bounds into each of its drive steps, since its heading is left behind. Silence
 * holds for a whole run and is not carried: {@link DocumentReader} sees to it that the using protocol's is as short.
 */
final class Carried {
    private final Optional<RecordRule> record;
    private final Limits limits;
    private final Place place;
    private final Faults faults;

    Carried(DocumentReader.Document document, Place place, Faults faults) {
        this.record = document.ownRecord() ? Optional.of(document.protocol().record()) : Optional.empty();
        this.limits = document.protocol().limits();
        this.place = place;
        this.faults = faults;
    }

    /** The steps with what they need to stand alone. */
    List<Step> into(List<Step> steps) {
        return steps.stream().map(this::into).toList();
    }

    private Step into(Step step) {
        return switch (step) {
            case Step.Drive drive ->
                new Step.Drive(
                        drive.setting(),
                        drive.until(),
                        drive.atMost(),
                        drive.whenLate(),
                        drive.record().or(() -> record),
                        tightened(drive.limits()),
                        drive.every().map(every -> new Step.Every(every.interval(), into(every.steps()))));
            case Step.Repeat repeat ->
                new Step.Repeat(repeat.times(), repeat.until(), repeat.countsCycles(), into(repeat.steps()));
            case Step.Choose choose -> new Step.Choose(choose.test(), into(choose.then()), into(choose.otherwise()));
            case Step.Series series ->
                new Step.Series(
                        series.plan(),
                        series.until(),
                        series.record().or(() -> record),
                        tightened(series.limits()),
                        into(series.then()));
            case Step.Settle settle -> settle;
            case Step.Measure measure -> measure;
            case Step.Note note -> note;
        };
    }

    private Limits tightened(Limits own) {
        var bounds = new ArrayList<Limits.Bound>();
        for (Limits.Bound bound : own.bounds()) {
            bounds.add(outer(bound).map(outer -> both(bound, outer)).orElse(bound));
        }
        for (Limits.Bound outer : limits.bounds()) {
            if (own.bounds().stream().noneMatch(bound -> bound.subject() == outer.subject())) {
                bounds.add(outer);
            }
        }
        return new Limits(bounds, own.silence());
    }

    private Optional<Limits.Bound> outer(Limits.Bound bound) {
        return limits.bounds().stream()
                .filter(outer -> outer.subject() == bound.subject())
                .findFirst();
    }

    private Limits.Bound both(Limits.Bound own, Limits.Bound outer) {
        return new Limits.Bound(
                own.subject(),
                narrower(own.low(), outer.low(), 1),
                narrower(own.high(), outer.high(), -1),
                own.debounce());
    }

    private Optional<Amount> narrower(Optional<Amount> own, Optional<Amount> outer, int sign) {
        if (own.isEmpty() || outer.isEmpty()) {
            return own.or(() -> outer);
        }
        if (!RangeText.alike(own.get(), outer.get())) {
            faults.error(
                    place,
                    "the used file's limits and a step's own are stated in different units or against "
                            + "different electrodes, so that neither is known to be the narrower");
            return own;
        }
        double difference = own.get().number() - outer.get().number();
        return difference * sign >= 0 ? own : outer;
    }
}
