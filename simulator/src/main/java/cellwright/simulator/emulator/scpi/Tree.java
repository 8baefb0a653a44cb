package cellwright.simulator.emulator.scpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The commands an instrument knows, found by their headers in long or short form, case as you like. */
final class Tree {
    private final List<Entry> entries = new ArrayList<>();

    /** What a header stands for. */
    interface Node {
        /** Makes a setting; the argument may be empty. */
        void set(String argument) throws Refusal;

        /** Answers a question; the argument may be empty. */
        String get(String argument) throws Refusal;
    }

    private record Mnemonic(String shorter, String longer, boolean optional) {
        boolean is(String word) {
            return word.equals(shorter) || word.equals(longer);
        }
    }

    private record Entry(List<Mnemonic> mnemonics, Node node) {}

    /**
     * Adds a header.
     *
     * @param header as manuals write it, {@code :SOURce[1]} without the number, {@code [:LEVel]} for what may be left out
     */
    void add(String header, Node node) {
        List<Mnemonic> mnemonics = new ArrayList<>();
        for (String each : header.split("(?=\\[:)|(?<!\\[)(?=:)|(?<=])")) {
            String word = each.replaceAll("[\\[\\]:]", "");
            if (!word.isEmpty()) {
                String shorter = word.replaceAll("[a-z]", "");
                mnemonics.add(new Mnemonic(shorter, word.toUpperCase(Locale.ROOT), each.startsWith("[")));
            }
        }
        entries.add(new Entry(mnemonics, node));
    }

    /** What a header stands for. */
    Node find(String header) throws Refusal {
        List<String> words = new ArrayList<>();
        for (String word : header.toUpperCase(Locale.ROOT).split(":")) {
            if (!word.isEmpty()) {
                words.add(word.replaceAll("(?<=[A-Z])1$", ""));
            }
        }
        for (Entry entry : entries) {
            if (matches(entry.mnemonics(), 0, words, 0)) {
                return entry.node();
            }
        }
        throw Refusal.undefinedHeader();
    }

    private static boolean matches(List<Mnemonic> mnemonics, int at, List<String> words, int word) {
        if (at == mnemonics.size()) {
            return word == words.size();
        }
        Mnemonic mnemonic = mnemonics.get(at);
        boolean taken =
                word < words.size() && mnemonic.is(words.get(word)) && matches(mnemonics, at + 1, words, word + 1);
        return taken || (mnemonic.optional() && matches(mnemonics, at + 1, words, word));
    }
}
