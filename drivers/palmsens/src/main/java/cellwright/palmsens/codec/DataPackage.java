package cellwright.palmsens.codec;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A data package: what one {@code pck_start} ... {@code pck_end} of a script sent.
 *
 * @param variables in the order sent, at least one; unmodifiable
 */
public record DataPackage(List<Variable> variables) {
    private static final int VALUE = 8;
    private static final int DIGITS = 7;
    private static final long ZERO = 1L << 27;
    private static final int MOST = 64;
    private static final byte[] HEX = hex();

    /** The first variable of a type. */
    public Optional<Variable> first(VarType type) {
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            if (variable.type() == type) {
                return Optional.of(variable);
            }
        }
        return Optional.empty();
    }

    /** Understands a line that begins with {@code P}. */
    static Told decode(String line) {
        Variable[] found = new Variable[8];
        int count = 0;
        int at = 1;
        do {
            if (count == MOST) {
                return unreadable(line, at, "more than " + MOST + " variables");
            }
            if (line.length() < at + 2 + VALUE) {
                return unreadable(line, at, "the line ends inside a variable");
            }
            Optional<VarType> type = VarType.of(line.charAt(at), line.charAt(at + 1));
            if (type.isEmpty()) {
                return unreadable(line, at, "unknown type of variable");
            }
            double value = value(line, at + 2);
            if (Double.isInfinite(value)) {
                return unreadable(line, at + 2, "seven hexadecimal digits and a prefix were expected");
            }
            long remarks = remarks(line, at + 2 + VALUE);
            if (remarks < 0) {
                return unreadable(line, at + 2 + VALUE, "no remark and no next variable");
            }
            found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
            found[count++] = new Variable(type.get(), value, (int) (remarks >> 8) & 0xf, range(remarks));
            at = (int) (remarks >> 16);
        } while (at <= line.length());
        return new Told.Sent(new DataPackage(Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(found, count)))));
    }

    /** The number of eight characters; infinite if they are none. */
    private static double value(String line, int at) {
        long count = 0;
        for (int i = at; i < at + DIGITS; i++) {
            int digit = HEX[line.charAt(i) & 0x7f];
            if (digit < 0) {
                return line.startsWith("     nan", at) ? Double.NaN : Double.POSITIVE_INFINITY;
            }
            count = count << 4 | digit;
        }
        char prefix = line.charAt(at + DIGITS);
        return Prefix.known(prefix) ? Prefix.scaled(count - ZERO, prefix) : Double.POSITIVE_INFINITY;
    }

    private static int range(long remarks) {
        return (remarks >> 12 & 1) == 0 ? Variable.NO_RANGE : (int) (remarks & 0xff);
    }

    /**
     * Reads the remarks behind a value: bits 0 to 7 the range, 8 to 11 the status, 12 whether there is a range, from 16
     * where the next variable begins, beyond the end if there is none; below 0 if they cannot be read. Remarks with an
     * unknown mark are passed over.
     */
    private static long remarks(String line, int from) {
        long bits = 0;
        int at = from;
        int end = line.length();
        while (at < end && line.charAt(at) == ',') {
            int stop = at + 1;
            while (stop < end && line.charAt(stop) != ',' && line.charAt(stop) != ';') {
                stop++;
            }
            if (stop < at + 3) {
                return -1;
            }
            char mark = line.charAt(at + 1);
            if (mark == '1' || mark == '2') {
                int number = number(line, at + 2, stop);
                if (number < 0 || stop - at - 2 != mark - '0') {
                    return -1;
                }
                bits |= mark == '1' ? (long) number << 8 : number | 1 << 12;
            }
            at = stop;
        }
        if (at < end && (line.charAt(at) != ';' || at + 1 == end)) {
            return -1;
        }
        return bits | (long) (at + 1) << 16;
    }

    private static int number(String line, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = HEX[line.charAt(i) & 0x7f];
            if (digit < 0) {
                return -1;
            }
            number = number << 4 | digit;
        }
        return number;
    }

    private static Told unreadable(String line, int at, String why) {
        return new Told.Unreadable(line, why + " at character " + (at + 1));
    }

    private static byte[] hex() {
        byte[] digits = new byte[128];
        Arrays.fill(digits, (byte) -1);
        for (int i = 0; i < 16; i++) {
            digits["0123456789ABCDEF".charAt(i)] = (byte) i;
        }
        return digits;
    }
}
