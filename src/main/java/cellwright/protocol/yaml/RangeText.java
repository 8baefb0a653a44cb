package cellwright.protocol.yaml;

import cellwright.protocol.Amount;
import cellwright.protocol.Subject;
import java.util.Optional;

/**
 * A window: "2.5..4.7 V", "..4.3 V vs Li+/Li", "2.8 V..". The upper end's unit serves the lower if that has none, and
 * an electrode named at the end serves both.
 *
 * @param low lower end
 * @param high upper end
 */
record RangeText(Optional<Amount> low, Optional<Amount> high) {
    /** Reads a window. */
    static RangeText parse(Subject subject, String text) throws Misfit {
        AmountText.Versus split = subject == Subject.VOLTAGE
                ? AmountText.versus(text)
                : new AmountText.Versus(text.strip(), Optional.empty());
        int dots = split.amount().indexOf("..");
        if (dots < 0) {
            throw new Misfit("\"" + text + "\" is no range; expected " + example(subject));
        }
        String low = split.amount().substring(0, dots).strip();
        String high = split.amount().substring(dots + 2).strip();
        if (low.isEmpty() && high.isEmpty()) {
            throw new Misfit("\"" + text + "\" has neither end; expected " + example(subject));
        }
        if (bareNumber(low) && !high.isEmpty()) {
            low = low + " " + Decimal.split(high, example(subject)).rest();
        }
        return of(text, end(subject, low, split.reference()), end(subject, high, split.reference()));
    }

    /** A window from its ends, checked for order as far as they can be compared. */
    static RangeText of(String text, Optional<Amount> low, Optional<Amount> high) throws Misfit {
        boolean comparable = low.isPresent() && high.isPresent() && alike(low.get(), high.get());
        if (comparable && !(low.get().number() < high.get().number())) {
            throw new Misfit("\"" + text + "\" is an empty range; the lower end comes first");
        }
        return new RangeText(low, high);
    }

    /** Whether two amounts can be compared without knowing the cell. */
    static boolean alike(Amount a, Amount b) {
        boolean sameReference = !(a instanceof Amount.Volts va)
                || (b instanceof Amount.Volts vb && va.reference().equals(vb.reference()));
        return a.getClass() == b.getClass() && sameReference;
    }

    /** One end of a window; currents keep their sign and are not stated as C-rates. */
    static Amount end(Subject subject, String text) throws Misfit {
        return switch (subject) {
            case VOLTAGE -> AmountText.volts(text);
            case CURRENT -> AmountText.of(text, Dimension.CURRENT);
            case TEMPERATURE, PRESSURE, FORCE -> new Amount.Si(Quantity.plain(text, SubjectText.dimension(subject)));
        };
    }

    private static Optional<Amount> end(Subject subject, String text, Optional<String> reference) throws Misfit {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Amount end = end(subject, text);
        return Optional.of(
                end instanceof Amount.Volts volts
                        ? new Amount.Volts(volts.volts(), volts.reference().or(() -> reference))
                        : end);
    }

    private static boolean bareNumber(String text) {
        return text.matches("[+\\-\u2212]?[0-9]+(\\.[0-9]+)?([eE][+\\-]?[0-9]{1,3})?");
    }

    /** An example for messages. */
    static String example(Subject subject) {
        return switch (subject) {
            case VOLTAGE -> "a range such as 2.5..4.7 V, ..4.3 V or 2.8 V..";
            case CURRENT -> "a range such as -5..5 mA";
            case TEMPERATURE -> "a range such as 20..30 °C";
            case PRESSURE -> "a range such as 200..300 MPa";
            case FORCE -> "a range such as 15..25 kN";
        };
    }

    /** The one-line text of a window, if its ends share a unit and an electrode; otherwise empty. */
    static Optional<String> write(Subject subject, Optional<Amount> low, Optional<Amount> high) {
        Dimension dimension = SubjectText.dimension(subject);
        String lower = low.map(end -> AmountText.write(dimension, end)).orElse("");
        String upper = high.map(end -> AmountText.write(dimension, end)).orElse("");
        Optional<String> reference = high.or(() -> low).flatMap(RangeText::reference);
        if (low.isPresent() && high.isPresent() && !alike(low.get(), high.get())) {
            return Optional.empty();
        }
        String tail = reference.map(name -> " vs " + name).orElse("");
        String a = lower.substring(0, lower.length() - (lower.isEmpty() ? 0 : tail.length()));
        String b = upper.substring(0, upper.length() - (upper.isEmpty() ? 0 : tail.length()));
        return Optional.of(shared(a, b) + ".." + b + tail);
    }

    private static String shared(String lower, String upper) {
        int space = lower.lastIndexOf(' ');
        boolean same = space > 0 && upper.endsWith(lower.substring(space));
        return same && upper.lastIndexOf(' ') == upper.length() - (lower.length() - space)
                ? lower.substring(0, space)
                : lower;
    }

    private static Optional<String> reference(Amount amount) {
        return amount instanceof Amount.Volts volts ? volts.reference() : Optional.empty();
    }
}
