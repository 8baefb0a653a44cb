package cellwright.instrument;

import java.util.List;
import java.util.OptionalDouble;

/** Values of settings that make sense, or an {@link IllegalArgumentException} that names the setting. */
public final class Checked {
    /** The word for a number that is not given. */
    public static final String NONE = "none";

    private Checked() {}

    /** A number from {@code least} to {@code most}, both included. */
    public static double number(Settings settings, String key, double least, double most) {
        double number = settings.number(key);
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    "setting \"" + key + "\" must be from " + least + " to " + most + ", got " + number);
        }
        return number;
    }

    /** A number from {@code least} to {@code most}, or nothing for the word {@code none}. */
    public static OptionalDouble numberOrNone(Settings settings, String key, double least, double most) {
        return settings.require(key).equals(NONE)
                ? OptionalDouble.empty()
                : OptionalDouble.of(number(settings, key, least, most));
    }

    /** One of some words. */
    public static String word(Settings settings, String key, String... words) {
        String word = settings.require(key);
        if (!List.of(words).contains(word)) {
            throw new IllegalArgumentException(
                    "setting \"" + key + "\" must be " + String.join(" or ", words) + ", got \"" + word + '"');
        }
        return word;
    }

    /** Whether the first of two words stands there. */
    public static boolean first(Settings settings, String key, String one, String other) {
        return word(settings, key, one, other).equals(one);
    }
}
