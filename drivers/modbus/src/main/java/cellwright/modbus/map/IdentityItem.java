package cellwright.modbus.map;

import cellwright.modbus.codec.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that does not change as long as it is the same device, and tells it from others.
 *
 * @param name for messages
 * @param table which table
 * @param at first address
 * @param count registers
 * @param form how to read them
 * @param wanted what must stand there
 * @param role what it is told as
 */
public record IdentityItem(String name, Table table, int at, int count, Form form, Wanted wanted, Role role) {
    private static final int PRINTABLE_FROM = 0x20;
    private static final int PRINTABLE_TO = 0x7E;

    /** How registers are read as text. */
    public sealed interface Form {
        /**
         * A number.
         *
         * @param type how it lies there
         * @param order of its registers
         * @param hexadecimal shown in hexadecimal digits
         */
        record Digits(NumberType type, WordOrder order, boolean hexadecimal) implements Form {}

        /** A character in the low byte of each register; what is not printable is left out. */
        record Characters() implements Form {}
    }

    /** What must stand there. */
    public sealed interface Wanted {
        /** Anything. */
        record Anything() implements Wanted {}

        /**
         * A number within bounds, both included.
         *
         * @param low smallest
         * @param high largest
         */
        record Between(BigDecimal low, BigDecimal high) implements Wanted {}

        /**
         * A text with a beginning.
         *
         * @param start the beginning
         */
        record Beginning(String start) implements Wanted {}
    }

    /** What it is told as. */
    public enum Role {
        /** Only compared. */
        NOTHING,
        /** The serial number. */
        SERIAL,
        /** The firmware. */
        FIRMWARE,
        /** The model. */
        MODEL
    }

    /** What stands there, for people. */
    public String told(Registers registers) {
        List<Integer> words = registers.from(table, at, count);
        return switch (form) {
            case Form.Digits number -> told(number, words);
            case Form.Characters text -> characters(words);
        };
    }

    private static String told(Form.Digits form, List<Integer> words) {
        Optional<BigDecimal> number = form.type().decode(words, form.order());
        if (number.isEmpty()) {
            return "no number";
        }
        return form.hexadecimal()
                ? number.get().toBigInteger().toString(16).toUpperCase(Locale.ROOT)
                : number.get().toPlainString();
    }

    private static String characters(List<Integer> words) {
        var text = new StringBuilder();
        for (int word : words) {
            int character = word & 0xff;
            if (character >= PRINTABLE_FROM && character <= PRINTABLE_TO) {
                text.append((char) character);
            }
        }
        return text.toString().strip();
    }

    /** What is wrong with what stands there; empty if it is what is wanted. */
    public Optional<String> fault(Registers registers) {
        String told = told(registers);
        boolean good =
                switch (wanted) {
                    case Wanted.Anything anything -> true;
                    case Wanted.Beginning beginning -> told.startsWith(beginning.start());
                    case Wanted.Between between -> within(between, registers);
                };
        return good ? Optional.empty() : Optional.of("%s is \"%s\" and not %s".formatted(name, told, wish()));
    }

    private boolean within(Wanted.Between between, Registers registers) {
        return form instanceof Form.Digits number
                && number.type()
                        .decode(registers.from(table, at, count), number.order())
                        .filter(value -> value.compareTo(between.low()) >= 0 && value.compareTo(between.high()) <= 0)
                        .isPresent();
    }

    private String wish() {
        return switch (wanted) {
            case Wanted.Anything anything -> "anything";
            case Wanted.Beginning beginning -> "a text that begins with \"" + beginning.start() + '"';
            case Wanted.Between between -> bounds(between);
        };
    }

    private String bounds(Wanted.Between between) {
        String low = digits(between.low());
        String high = digits(between.high());
        return low.equals(high) ? low : low + " to " + high;
    }

    private String digits(BigDecimal number) {
        return form instanceof Form.Digits shown && shown.hexadecimal()
                ? number.toBigInteger().toString(16).toUpperCase(Locale.ROOT)
                : number.toPlainString();
    }
}
