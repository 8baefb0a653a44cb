package cellwright.ascii2;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What this very chamber wants to be told and tells.
 *
 * @param written names of the numbers of a command, in order
 * @param writtenBits digital channels of a command
 * @param told numbers of the state, in order
 * @param toldBits digital channels of the state
 * @param limits of the numbers that can be written, by name
 * @param startBit digital channel that switches the chamber on
 */
record Layout(
        List<String> written,
        int writtenBits,
        List<Field> told,
        int toldBits,
        Map<String, Limits> limits,
        int startBit) {
    /** Takes immutable copies. */
    Layout {
        written = List.copyOf(written);
        told = List.copyOf(told);
        limits = Map.copyOf(limits);
    }

    /** The controlled value that is a temperature: the first that is called so. */
    Optional<String> temperature() {
        return written.stream()
                .filter(name -> name.startsWith("CV") && limits.containsKey(name))
                .filter(name -> limitsOf(name).label().toLowerCase(Locale.ROOT).contains("temp"))
                .findFirst();
    }

    /** The limits of a number that can be written. */
    Limits limitsOf(String name) {
        return Optional.ofNullable(limits.get(name)).orElseThrow();
    }

    /** Where a number stands in the state; below 0 if it does not. */
    int index(String name, Role role) {
        return told.indexOf(new Field(name, role));
    }

    /** Where the number stands in the state that has to be written back under this name; below 0 if nowhere. */
    int writable(String name) {
        int nominal = index(name, Role.NOMINAL);
        return nominal >= 0 ? nominal : index(name, Role.SET);
    }
}
