package cellwright.simulator.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which mishaps happen when, counted from when the rig was opened. Immutable, any thread. */
public final class Mishaps {
    /** A rig on which all goes well. */
    public static final Mishaps NONE = new Mishaps(List.of(), new Dice(0));

    private static final long NEVER = Long.MAX_VALUE;
    private static final long SLOT_NANOS = 100_000_000L;
    private static final double LONGEST_SECONDS = 1e9;
    private static final Pattern PIECE = Pattern.compile("(\\S+) +at +(.+?)(?: +for +(.+))?");
    private static final Pattern TIME = Pattern.compile("([0-9.eE+-]+) *(s|min|h)");

    private final List<Spell> spells;
    private final Dice chance;

    private record Spell(Mishap mishap, long fromNanos, long toNanos) {
        boolean holds(long nanos) {
            return nanos >= fromNanos && nanos < toNanos;
        }
    }

    private Mishaps(List<Spell> spells, Dice chance) {
        this.spells = List.copyOf(spells);
        this.chance = chance;
    }

    /**
     * Reads a schedule such as {@code open_lead at 3600 s for 10 s; nan at 2 h}. Without {@code for} a mishap stays.
     *
     * @param text {@code none} or pieces divided by semicolons; times in s, min or h
     * @param chance decides what is left to chance
     * @throws IllegalArgumentException naming the piece that is not understood and what is expected
     */
    public static Mishaps of(String text, Dice chance) {
        if (text.strip().equals("none")) {
            return NONE;
        }
        List<Spell> spells = new ArrayList<>();
        for (String piece : text.split(";", -1)) {
            spells.add(spell(piece.strip()));
        }
        return new Mishaps(spells, chance.of("mishaps"));
    }

    /** Whether any mishap is planned at all. */
    public boolean any() {
        return !spells.isEmpty();
    }

    /** Whether a mishap is in effect at an instant; a loose contact is so only while it is open. */
    public boolean on(Mishap mishap, long nanos) {
        for (Spell spell : spells) {
            if (spell.mishap == mishap && spell.holds(nanos)) {
                return mishap != Mishap.CONTACT_LOSS || chance.unit(nanos / SLOT_NANOS) < 0.5;
            }
        }
        return false;
    }

    /** The first instant after this one at which anything begins, ends or rattles; {@link Long#MAX_VALUE} if none. */
    public long changeAfter(long nanos) {
        long next = NEVER;
        for (Spell spell : spells) {
            if (spell.fromNanos > nanos) {
                next = Math.min(next, spell.fromNanos);
            } else if (spell.toNanos > nanos) {
                long slot = (nanos / SLOT_NANOS + 1) * SLOT_NANOS;
                next = Math.min(
                        next, spell.mishap == Mishap.CONTACT_LOSS ? Math.min(slot, spell.toNanos) : spell.toNanos);
            }
        }
        return next;
    }

    private static Spell spell(String piece) {
        Matcher matcher = PIECE.matcher(piece);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + piece + "\" is not a fault with a time, such as \"open_lead at 3600 s for 10 s\"");
        }
        String word = String.valueOf(matcher.group(1));
        Mishap mishap = Mishap.named(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + word + "\" in \"" + piece + "\" is no fault; known are " + Mishap.words()));
        long from = nanos(String.valueOf(matcher.group(2)), "at", piece, 0);
        String length = matcher.group(3);
        long to = length == null ? NEVER : from + nanos(length, "for", piece, Double.MIN_VALUE);
        return new Spell(mishap, from, to);
    }

    private static long nanos(String text, String field, String piece, double least) {
        Matcher matcher = TIME.matcher(text);
        double seconds = matcher.matches() ? number(String.valueOf(matcher.group(1))) * unit(matcher) : Double.NaN;
        if (!(seconds >= least && seconds <= LONGEST_SECONDS)) {
            throw new IllegalArgumentException("\"" + field + " " + text + "\" in \"" + piece
                    + "\" is not a time such as \"" + field + " 3600 s\"; units are s, min and h, at most 1e9 s"
                    + (least > 0 ? ", above 0" : ""));
        }
        return Math.max(least > 0 ? 1 : 0, Math.round(seconds * 1e9));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    private static double unit(Matcher matcher) {
        return switch (String.valueOf(matcher.group(2))) {
            case "s" -> 1;
            case "min" -> 60;
            case "h" -> 3600;
            default -> Double.NaN;
        };
    }
}
