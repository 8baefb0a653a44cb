package cellwright.protocol.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word a person probably meant. */
final class Nearest {
    private Nearest() {}

    /** A sentence that asks for the nearest known word, or else lists them all. */
    static String hint(String written, Collection<String> known) {
        return of(written, known)
                .map(word -> "did you mean \"" + word + "\"?")
                .orElseGet(() -> "known are " + String.join(", ", known));
    }

    /** The nearest known word, if one is near enough. */
    static Optional<String> of(String written, Collection<String> known) {
        String plain = plain(written);
        Optional<String> best = Optional.empty();
        int bestDistance = Math.max(1, plain.length() / 3) + 1;
        if (plain.length() > 60) {
            return best;
        }
        for (String word : known) {
            int distance = distance(plain, plain(word));
            if (distance < bestDistance) {
                best = Optional.of(word);
                bestDistance = distance;
            }
        }
        return best;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ').strip();
    }

    /** Insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, cost);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] cost) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
