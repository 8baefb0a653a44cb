package cellwright.palmsens.codec;

import java.util.List;

/** The SI prefixes of the protocol, the smallest first. */
public enum Prefix {
    /** 1e-18. */
    ATTO('a', -18),
    /** 1e-15. */
    FEMTO('f', -15),
    /** 1e-12. */
    PICO('p', -12),
    /** 1e-9. */
    NANO('n', -9),
    /** 1e-6. */
    MICRO('u', -6),
    /** 1e-3. */
    MILLI('m', -3),
    /** 1, written as a blank in packages and as nothing in scripts. */
    NONE(' ', 0),
    /** 1e3. */
    KILO('k', 3),
    /** 1e6. */
    MEGA('M', 6),
    /** 1e9. */
    GIGA('G', 9),
    /** 1e12. */
    TERA('T', 12),
    /** 1e15. */
    PETA('P', 15),
    /** 1e18. */
    EXA('E', 18);

    /** All of them, the smallest first. */
    public static final List<Prefix> ASCENDING = List.of(values());

    private static final int NOT_A_PREFIX = Integer.MIN_VALUE;
    private static final int[] EXPONENTS = new int['~' + 1];
    private static final double[] POWERS = new double[19];

    static {
        java.util.Arrays.fill(EXPONENTS, NOT_A_PREFIX);
        for (Prefix prefix : ASCENDING) {
            EXPONENTS[prefix.letter] = prefix.exponent;
        }
        EXPONENTS['i'] = 0;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private final char letter;
    private final int exponent;

    Prefix(char letter, int exponent) {
        this.letter = letter;
        this.exponent = exponent;
    }

    /** Its letter in a package. */
    public char letter() {
        return letter;
    }

    /** The power of ten. */
    public int exponent() {
        return exponent;
    }

    /** What a script writes behind the digits. */
    public String suffix() {
        return this == NONE ? "" : String.valueOf(letter);
    }

    /** Whether the letter ends a number in a package; {@code i} marks a whole number. */
    static boolean known(char letter) {
        return letter < EXPONENTS.length && EXPONENTS[letter] != NOT_A_PREFIX;
    }

    /** A whole number below 2^53 with a known letter, as the double nearest to it: both factors are exact. */
    static double scaled(long count, char letter) {
        int exponent = EXPONENTS[letter];
        return exponent < 0 ? count / POWERS[-exponent] : count * POWERS[exponent];
    }
}
