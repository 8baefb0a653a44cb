package cellwright.protocol.exchange;

import cellwright.protocol.Amount;
import cellwright.protocol.Limits;
import cellwright.protocol.Place;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Setting;
import cellwright.protocol.Step;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Steps of ours for sentences of PyBaMM, with the defaults it would have used written out. */
final class PybammSteps {
    private final Ledger ledger;

    PybammSteps(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The step of a sentence. */
    Step step(String text, Place place) throws Complaint {
        try {
            PybammSentence sentence = PybammSentence.parse(text);
            return step(sentence, place);
        } catch (PybammSentence.Refusal refusal) {
            throw new Complaint(place, "\"" + text + "\": " + refusal.getMessage());
        }
    }

    private Step step(PybammSentence sentence, Place place) throws PybammSentence.Refusal {
        Setting setting = setting(sentence, place);
        Optional<Until> until =
                sentence.end().isPresent() ? Optional.of(until(sentence.end().get(), setting)) : Optional.empty();
        Duration time = time(sentence.durationSeconds());
        if (!sentence.durationGiven()) {
            ledger.assumed(
                    place.toString(),
                    "the sentence says no time, and PyBaMM gives up after " + Drives.hours(time)
                            + "; if it is not over by then, the run stops at rest (\"at most\")");
        }
        Optional<RecordRule> record = sentence.periodSeconds().isPresent()
                ? Optional.of(every(time(sentence.periodSeconds().getAsDouble())))
                : Optional.empty();
        boolean goesOn = sentence.durationGiven() && until.isPresent();
        return new Step.Drive(
                setting,
                until,
                Optional.of(time),
                goesOn ? WhenLate.NEXT : WhenLate.STOP,
                record,
                Limits.NONE,
                Optional.empty());
    }

    /** A record at intervals. */
    static RecordRule every(Duration time) {
        return new RecordRule(Optional.of(time), OptionalDouble.empty(), Optional.empty(), Optional.empty());
    }

    private static Duration time(double seconds) throws PybammSentence.Refusal {
        return Exact.seconds(BigDecimal.valueOf(seconds))
                .orElseThrow(() -> new PybammSentence.Refusal("a time lies above 0 s and below a century"));
    }

    private Setting setting(PybammSentence sentence, Place place) throws PybammSentence.Refusal {
        double value = sentence.value();
        boolean hold = sentence.verb().equals("Hold");
        return switch (sentence.type()) {
            case REST -> rest(sentence);
            case C_RATE -> current(new Amount.CRate(-value), sentence, place);
            case CURRENT -> current(new Amount.Si(-value), sentence, place);
            case VOLTAGE -> {
                if (!hold) {
                    throw new PybammSentence.Refusal(
                            "a voltage is held: Hold at " + Math.abs(value) + " V for 2 hours");
                }
                yield new Setting.Potentiostatic(new Amount.Volts(value, Optional.empty()), Optional.empty());
            }
            case POWER -> {
                refuse(hold, "a power charges or discharges; with Hold it is not certain which");
                refuse(value == 0, "a power of 0 is a rest: Rest for 1 hour");
                warnOfSign(sentence, place);
                yield new Setting.ConstantPower(new Amount.Si(-value));
            }
            case RESISTANCE ->
                throw new PybammSentence.Refusal(
                        "a constant resistance cannot be set here; give a current or a power instead");
        };
    }

    private static Setting rest(PybammSentence sentence) throws PybammSentence.Refusal {
        refuse(!sentence.verb().equals("Rest"), "the first word must be Rest");
        return new Setting.Rest();
    }

    private Setting current(Amount amount, PybammSentence sentence, Place place) throws PybammSentence.Refusal {
        refuse(sentence.verb().equals("Hold"), "a voltage is held; PyBaMM would discharge with this current");
        refuse(amount.number() == 0, "a current of 0 is a rest: Rest for 1 hour");
        warnOfSign(sentence, place);
        return Drives.current(amount);
    }

    private void warnOfSign(PybammSentence sentence, Place place) {
        boolean saysCharge = sentence.verb().equals("Charge");
        boolean charges = sentence.value() < 0;
        if (saysCharge != charges) {
            ledger.changed(
                    place.toString(),
                    "the number is negative, so that PyBaMM " + (charges ? "charges" : "discharges")
                            + "; it is written as a " + (charges ? "charge" : "discharge"));
        }
    }

    private static Until until(PybammSentence.End end, Setting setting) throws PybammSentence.Refusal {
        return end.type() == PybammSentence.Type.VOLTAGE ? voltage(end, setting) : current(end, setting);
    }

    private static Until voltage(PybammSentence.End end, Setting setting) throws PybammSentence.Refusal {
        boolean open = end.operator().isEmpty();
        return switch (setting) {
            case Setting.Rest rest -> {
                refuse(open, "in a rest the voltage may rise or fall, and PyBaMM passes over this end; write > or <");
                yield Drives.level(end.operator().equals(">"), end.value());
            }
            case Setting.Potentiostatic hold ->
                throw new PybammSentence.Refusal("a held voltage cannot end on a voltage; expected a current or C/50");
            case Setting.Galvanostatic current ->
                open
                        ? Drives.reached(current, end.value())
                        : Drives.level(end.operator().equals(">"), end.value());
            case Setting.ConstantPower power ->
                Drives.level(open ? power.power().number() > 0 : end.operator().equals(">"), end.value());
        };
    }

    private static Until current(PybammSentence.End end, Setting setting) throws PybammSentence.Refusal {
        refuse(
                setting instanceof Setting.Rest || setting instanceof Setting.Galvanostatic,
                "no current changes in this step, so none can end it");
        refuse(
                !end.operator().isEmpty(),
                "PyBaMM compares the current with its sign there, and a charge is negative; write it without < or >");
        refuse(!(end.value() > 0), "the current that ends a step is a magnitude above 0");
        Amount level =
                end.type() == PybammSentence.Type.C_RATE ? new Amount.CRate(end.value()) : new Amount.Si(end.value());
        return new Until.Below(Subject.CURRENT, level);
    }

    private static void refuse(boolean wrong, String message) throws PybammSentence.Refusal {
        if (wrong) {
            throw new PybammSentence.Refusal(message);
        }
    }
}
