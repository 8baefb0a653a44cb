package cellwright.opcua.map;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of OPC UA a role may have; what is written to a node must have exactly its type. */
public enum ValueType {
    /** True or false. */
    BOOLEAN("Boolean", 1, 0, 1),
    /** Whole number of 8 bits with a sign. */
    SBYTE("SByte", 2, Byte.MIN_VALUE, Byte.MAX_VALUE),
    /** Whole number of 8 bits. */
    BYTE("Byte", 3, 0, 255),
    /** Whole number of 16 bits with a sign. */
    INT16("Int16", 4, Short.MIN_VALUE, Short.MAX_VALUE),
    /** Whole number of 16 bits. */
    UINT16("UInt16", 5, 0, 65_535),
    /** Whole number of 32 bits with a sign; enumerations are such. */
    INT32("Int32", 6, Integer.MIN_VALUE, Integer.MAX_VALUE),
    /** Whole number of 32 bits. */
    UINT32("UInt32", 7, 0, 4_294_967_295L),
    /** Real number of 32 bits. */
    FLOAT("Float", 10, -Float.MAX_VALUE, Float.MAX_VALUE),
    /** Real number of 64 bits. */
    DOUBLE("Double", 11, -Double.MAX_VALUE, Double.MAX_VALUE),
    /** Text. */
    STRING("String", 12, 0, 0);

    private final String word;
    private final int number;
    private final double lowest;
    private final double highest;

    ValueType(String word, int number, double lowest, double highest) {
        this.word = word;
        this.number = number;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** What the standard and a role map call it. */
    public String word() {
        return word;
    }

    /** The number of its data type in the standard's namespace. */
    public int number() {
        return number;
    }

    /** Smallest number it holds. */
    public double lowest() {
        return lowest;
    }

    /** Largest number it holds. */
    public double highest() {
        return highest;
    }

    /** Whether its values are numbers with a fraction. */
    public boolean isReal() {
        return this == FLOAT || this == DOUBLE;
    }

    /** Whether its values are whole numbers. */
    public boolean isWhole() {
        return !isReal() && this != BOOLEAN && this != STRING;
    }

    static Optional<ValueType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(ValueType::word).collect(Collectors.joining(", "));
    }
}
