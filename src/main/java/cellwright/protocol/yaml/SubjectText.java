package cellwright.protocol.yaml;

import cellwright.protocol.Amount;
import cellwright.protocol.Subject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/** The quantities that conditions, limits and settle steps speak of: their words, dimensions and rates of change. */
final class SubjectText {
    private SubjectText() {}

    /** The words of all subjects. */
    static List<String> words() {
        return Arrays.stream(Subject.values()).map(Subject::word).toList();
    }

    /** The subject of this word. */
    static Subject parse(String word) throws Misfit {
        for (Subject subject : Subject.values()) {
            if (subject.word().equals(word.strip())) {
                return subject;
            }
        }
        throw new Misfit("unknown quantity \"" + word + "\"; " + Nearest.hint(word, words()));
    }

    /** The dimension of its levels. */
    static Dimension dimension(Subject subject) {
        return switch (subject) {
            case VOLTAGE -> Dimension.VOLTAGE;
            case CURRENT -> Dimension.CURRENT;
            case TEMPERATURE -> Dimension.TEMPERATURE;
            case PRESSURE -> Dimension.PRESSURE;
            case FORCE -> Dimension.FORCE;
        };
    }

    /** The dimension of its differences. */
    static Dimension difference(Subject subject) {
        return subject == Subject.TEMPERATURE ? Dimension.DIFFERENCE : dimension(subject);
    }

    /** The letter it has in a differential quotient: dV/dt. */
    static char letter(Subject subject) {
        return switch (subject) {
            case VOLTAGE -> 'V';
            case CURRENT -> 'I';
            case TEMPERATURE -> 'T';
            case PRESSURE -> 'P';
            case FORCE -> 'F';
        };
    }

    /** A level in an end condition; a current's is a magnitude. */
    static Amount level(Subject subject, String text) throws Misfit {
        return switch (subject) {
            case VOLTAGE -> AmountText.volts(text);
            case CURRENT -> AmountText.current(text);
            case TEMPERATURE, PRESSURE, FORCE -> new Amount.Si(Quantity.plain(text, dimension(subject)));
        };
    }

    /** A rate of change above 0, "1 K/min", in SI units per second. */
    static double perSecond(Subject subject, String text) throws Misfit {
        Dimension dimension = difference(subject);
        String expected = "a rate such as " + example(subject);
        Decimal split = Decimal.split(text, expected);
        int slash = split.rest().lastIndexOf('/');
        if (slash < 0) {
            throw new Misfit("\"" + text + "\" is no rate of change; expected " + expected);
        }
        var unit = WrittenUnit.find(dimension, split.rest().substring(0, slash).strip());
        var time = WrittenUnit.find(
                Dimension.TIME, split.rest().substring(slash + 1).strip());
        if (unit.isEmpty() || time.isEmpty() || unit.get().basis() != Basis.TOTAL) {
            throw new Misfit("\"" + text + "\" has no unit known here; expected " + expected);
        }
        BigDecimal si =
                split.number().multiply(unit.get().factor()).divide(time.get().factor(), MathContext.DECIMAL128);
        if (si.signum() <= 0) {
            throw new Misfit("\"" + text + "\" must be above 0; expected " + expected);
        }
        return Decimal.toDouble(si, text);
    }

    /** The most usual text that reads back as this rate. */
    static String writePerSecond(Subject subject, double perSecond) {
        BigDecimal si = new BigDecimal(Double.toString(perSecond));
        String best = "";
        int bestCost = Integer.MAX_VALUE;
        for (WrittenUnit unit : WrittenUnit.of(difference(subject), Basis.TOTAL)) {
            for (WrittenUnit time : WrittenUnit.of(Dimension.TIME, Basis.TOTAL)) {
                BigDecimal number = si.multiply(time.factor());
                for (String digits : Decimal.quotients(number, unit.factor())) {
                    String text = digits + " " + unit.symbol() + "/" + time.symbol();
                    int cost = 3 * digits.length() + text.length() + unit.unusual();
                    if (cost < bestCost && exactly(subject, text, perSecond)) {
                        best = text;
                        bestCost = cost;
                    }
                }
            }
        }
        if (best.isEmpty()) {
            throw new IllegalArgumentException(perSecond + " has no exact text as a rate");
        }
        return best;
    }

    private static boolean exactly(Subject subject, String text, double perSecond) {
        try {
            return perSecond(subject, text) == perSecond;
        } catch (Misfit misfit) {
            return false;
        }
    }

    private static String example(Subject subject) {
        return switch (subject) {
            case VOLTAGE -> "1 mV/h";
            case CURRENT -> "1 µA/min";
            case TEMPERATURE -> "1 K/min";
            case PRESSURE -> "5 MPa/min";
            case FORCE -> "100 N/min";
        };
    }
}
