package cellwright.protocol.yaml;

import cellwright.protocol.Amount;
import cellwright.protocol.Debounce;
import cellwright.protocol.Limits;
import cellwright.protocol.RecordRule;
import java.util.Optional;

/** Writes record rules and limits. */
final class RuleWriter {
    private RuleWriter() {}

    /** A record rule. */
    static Node record(RecordRule rule) {
        var draft = new Draft().put("every", rule.every().map(TimeText::write));
        rule.deltaVolts().ifPresent(volts -> draft.put("dV", Quantity.write(Dimension.VOLTAGE, Basis.TOTAL, volts)));
        draft.put("dI", rule.deltaAmps().map(amps -> AmountText.write(Dimension.CURRENT, amps)));
        draft.put("dQ", rule.deltaCharge().map(charge -> AmountText.write(Dimension.CHARGE, charge)));
        return draft.isEmpty() ? Draft.text(RecordReader.ENDS_ONLY) : draft.node();
    }

    /** Adds limits under a key, if there are any. */
    static void limits(Draft to, String key, Limits limits) {
        var draft = new Draft();
        for (Limits.Bound bound : limits.bounds()) {
            draft.put(bound.subject().word(), bound(bound));
        }
        draft.put("silence", limits.silence().map(TimeText::write));
        if (!draft.isEmpty()) {
            to.put(key, draft.node());
        }
    }

    private static Node bound(Limits.Bound bound) {
        Optional<String> range = RangeText.write(bound.subject(), bound.low(), bound.high());
        boolean usual = bound.debounce().equals(Debounce.USUAL);
        if (range.isPresent() && usual) {
            return Draft.text(range.get());
        }
        var draft = new Draft();
        if (range.isPresent()) {
            draft.put("range", range.get());
        } else {
            draft.put("low", bound.low().map(end -> end(bound, end)));
            draft.put("high", bound.high().map(end -> end(bound, end)));
        }
        String trips = bound.debounce().trips() + " of " + bound.debounce().of();
        return usual ? draft.node() : draft.put("trips", trips).node();
    }

    private static String end(Limits.Bound bound, Amount amount) {
        return AmountText.write(SubjectText.dimension(bound.subject()), amount);
    }
}
