package cellwright.opcua.session;

import cellwright.opcua.map.ValueType;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** Numbers and texts in exactly the type a node has; a server refuses every other. Pure. */
public final class RawValues {
    private static final double RESOLUTION = 1e-6;

    private RawValues() {}

    static boolean isOf(ValueType type, Object value) {
        return switch (type) {
            case BOOLEAN -> value instanceof Boolean;
            case SBYTE -> value instanceof Byte;
            case BYTE -> value instanceof UByte;
            case INT16 -> value instanceof Short;
            case UINT16 -> value instanceof UShort;
            case INT32 -> value instanceof Integer;
            case UINT32 -> value instanceof UInteger;
            case FLOAT -> value instanceof Float;
            case DOUBLE -> value instanceof Double;
            case STRING -> value instanceof String;
        };
    }

    /** A number in a node's type, rounded if that has no fractions; empty if it does not fit. */
    public static Optional<Variant> number(ValueType type, double number) {
        double fitting = type.isReal() ? number : Math.rint(number);
        if (!(fitting >= type.lowest() && fitting <= type.highest())) {
            return Optional.empty();
        }
        long whole = (long) fitting;
        return Optional.of(Variant.of(
                switch (type) {
                    case BOOLEAN -> whole != 0;
                    case SBYTE -> (byte) whole;
                    case BYTE -> Unsigned.ubyte(whole);
                    case INT16 -> (short) whole;
                    case UINT16 -> Unsigned.ushort((int) whole);
                    case INT32 -> (int) whole;
                    case UINT32 -> Unsigned.uint(whole);
                    case FLOAT -> (float) fitting;
                    case DOUBLE -> fitting;
                    case STRING -> String.valueOf(number);
                }));
    }

    /** A text of a role map, {@code true} or a whole number, in a node's type. */
    public static Variant text(ValueType type, String text) {
        double number = type == ValueType.BOOLEAN ? (text.equals("true") ? 1 : 0) : Double.parseDouble(text);
        return number(type, number)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + text + "\" does not fit into the type " + type.word() + " of its node"));
    }

    /** Whether a value read back is the one written; real numbers within what 32 bits hold, as many controllers have it. */
    public static boolean same(Variant written, Variant readBack) {
        if (written.value() instanceof Number one && readBack.value() instanceof Number other) {
            double most = Math.max(Math.abs(one.doubleValue()), Math.abs(other.doubleValue()));
            return Math.abs(one.doubleValue() - other.doubleValue()) <= RESOLUTION * most;
        }
        return written.equals(readBack);
    }
}
