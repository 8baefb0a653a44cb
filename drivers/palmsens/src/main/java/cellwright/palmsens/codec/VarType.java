package cellwright.palmsens.codec;

import java.util.Optional;

/** What a number in a package is: the two letters before it. */
public enum VarType {
    /** Untyped. */
    AA,
    /** Working against reference electrode, V: the measured potential. */
    AB,
    /** Counter electrode against ground, V. */
    AC,
    /** Sense electrode against ground, V. */
    AD,
    /** Reference electrode against ground, V. */
    AE,
    /** Working electrode against ground, V. */
    AF,
    /** Working against counter electrode, V. */
    AG,
    /** Second sense against reference electrode, V. */
    AH,
    /** Sense against second sense electrode, V. */
    AI,
    /** Analogue input 0, V. */
    AS,
    /** Analogue input 1, V. */
    AT,
    /** Analogue input 2, V. */
    AU,
    /** Analogue input 3, V. */
    AV,
    /** Analogue input 4, V. */
    AW,
    /** Analogue input 5, V. */
    AX,
    /** Analogue input 6, V. */
    AY,
    /** Analogue input 7, V. */
    AZ,
    /** Current at the working electrode, A. */
    BA,
    /** Current at the second working electrode, A. */
    BB,
    /** Phase, degrees. */
    CA,
    /** Magnitude of the impedance, ohm. */
    CB,
    /** Z', ohm. */
    CC,
    /** Z'', ohm. */
    CD,
    /** Potential in the time domain of a spectrum, V. */
    CE,
    /** Current in the time domain of a spectrum, A. */
    CF,
    /** Sampling frequency, Hz. */
    CG,
    /** Alternating potential, V. */
    CH,
    /** Direct potential, V. */
    CI,
    /** Alternating current, A. */
    CJ,
    /** Direct current, A. */
    CK,
    /** Set potential, V. */
    DA,
    /** Set current, A. */
    DB,
    /** Set frequency, Hz. */
    DC,
    /** Amplitude. */
    DD,
    /** Channel. */
    EA,
    /** Time, s. */
    EB,
    /** Pin mask. */
    EC,
    /** Temperature, degrees Celsius. */
    ED,
    /** Count. */
    EE,
    /** Temperature of the board, degrees Celsius. */
    EF,
    /** Generic current 1, A. */
    HA,
    /** Generic current 2, A. */
    HB,
    /** Generic current 3, A. */
    HC,
    /** Generic current 4, A. */
    HD,
    /** Generic potential 1, V. */
    IA,
    /** Generic potential 2, V. */
    IB,
    /** Generic potential 3, V. */
    IC,
    /** Generic potential 4, V. */
    ID,
    /** Miscellaneous 1. */
    JA,
    /** Miscellaneous 2. */
    JB,
    /** Miscellaneous 3. */
    JC,
    /** Miscellaneous 4. */
    JD;

    private static final int LETTERS = 26;
    private static final VarType[] TABLE = new VarType[LETTERS * LETTERS];

    static {
        for (VarType type : values()) {
            TABLE[index(type.letters.charAt(0), type.letters.charAt(1))] = type;
        }
    }

    private final String letters = name().toLowerCase(java.util.Locale.ROOT);

    /** The two letters, as scripts and packages write them. */
    public String letters() {
        return letters;
    }

    /** The type of two letters, if there is one. */
    public static Optional<VarType> of(char first, char second) {
        int index = index(first, second);
        return index < 0 ? Optional.empty() : Optional.ofNullable(TABLE[index]);
    }

    private static int index(char first, char second) {
        return first >= 'a' && first <= 'z' && second >= 'a' && second <= 'z'
                ? (first - 'a') * LETTERS + second - 'a'
                : -1;
    }
}
