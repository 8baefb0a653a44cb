package cellwright.palmsens.codec;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an instrument says it understands: the bits of the answer to {@code CM}.
 *
 * @param bits bit 0 is the least significant
 */
public record Capabilities(BigInteger bits) {
    private static final int DIGITS = 64;

    /** Understands the answer {@code C} and 64 hexadecimal digits; empty if it is none. */
    public static Optional<Capabilities> of(String answer) {
        int from = answer.length() - DIGITS;
        if (!answer.startsWith("C") || from < 1 || !answer.substring(from).matches("[0-9A-Fa-f]{64}")) {
            return Optional.empty();
        }
        return Optional.of(new Capabilities(new BigInteger(answer.substring(from), 16)));
    }

    /** Whether a script command is known and licensed. */
    public boolean has(Feature feature) {
        return bits.testBit(feature.bit());
    }

    /** The commands without which nothing can be done and that are missing here. */
    public List<Feature> missing() {
        return Arrays.stream(Feature.values())
                .filter(feature -> !has(feature) && !Feature.EXTRA.contains(feature))
                .toList();
    }
}
