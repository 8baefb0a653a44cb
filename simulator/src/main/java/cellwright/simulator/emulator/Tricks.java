package cellwright.simulator.emulator;

import cellwright.instrument.emulation.Device.Trick;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

/** The words by which an emulated instrument is told to misbehave. Mutable while it is set up, then one thread. */
public final class Tricks {
    private final List<Trick> list = new ArrayList<>();
    private final Map<String, Consumer<List<String>>> deeds = new LinkedHashMap<>();

    /** None yet. */
    public Tricks() {}

    /** A trick that is begun with {@code on} and ended with {@code off}. */
    public Tricks toggle(String word, String meaning, Consumer<Boolean> deed) {
        return add(word, " on|off", meaning, words -> deed.accept(isOn(word, words)));
    }

    /** A trick that takes a whole number from 0. */
    public Tricks count(String word, String meaning, IntConsumer deed) {
        return add(word, " N", meaning, words -> deed.accept(whole(word, words)));
    }

    /** A trick that takes a number. */
    public Tricks number(String word, String meaning, DoubleConsumer deed) {
        return add(word, " X", meaning, words -> deed.accept(number(word, words)));
    }

    /** A trick that takes a word. */
    public Tricks word(String word, String meaning, Consumer<String> deed) {
        return add(word, " WORD", meaning, words -> deed.accept(one(word, words)));
    }

    /** A trick that is done once. */
    public Tricks plain(String word, String meaning, Runnable deed) {
        return add(word, "", meaning, words -> {
            if (!words.isEmpty()) {
                throw new IllegalArgumentException("\"" + word + "\" takes nothing more");
            }
            deed.run();
        });
    }

    private Tricks add(String word, String rest, String meaning, Consumer<List<String>> deed) {
        list.add(new Trick(word + rest, meaning));
        deeds.put(word, deed);
        return this;
    }

    /** What it can be told. */
    public List<Trick> list() {
        return List.copyOf(list);
    }

    /**
     * Does as told.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public void obey(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        Consumer<List<String>> deed = deeds.get(words.getFirst());
        if (deed == null) {
            throw new IllegalArgumentException(
                    "it knows no trick \"" + words.getFirst() + "\"; it knows " + String.join(", ", deeds.keySet()));
        }
        deed.accept(words.subList(1, words.size()));
    }

    private static String one(String word, List<String> words) {
        if (words.size() != 1) {
            throw new IllegalArgumentException("\"" + word + "\" takes one word more, got " + words.size());
        }
        return words.getFirst();
    }

    private static boolean isOn(String word, List<String> words) {
        return switch (one(word, words)) {
            case "on" -> true;
            case "off" -> false;
            default ->
                throw new IllegalArgumentException("\"" + word + "\" is on or off, got \"" + words.getFirst() + "\"");
        };
    }

    private static int whole(String word, List<String> words) {
        double value = number(word, words);
        if (value != Math.rint(value) || value < 0 || value > 1_000_000) {
            throw new IllegalArgumentException(
                    "\"" + word + "\" takes a whole number from 0 to 1000000, got \"" + words.getFirst() + "\"");
        }
        return (int) value;
    }

    private static double number(String word, List<String> words) {
        try {
            double value = Double.parseDouble(one(word, words));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "\"" + word + "\" takes a number, got \"" + words.getFirst() + "\"", noNumber);
        }
        throw new IllegalArgumentException("\"" + word + "\" takes a finite number, got \"" + words.getFirst() + "\"");
    }
}
