package cellwright.analysis.impedance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a circuit as impedance.py writes it: {@code -} in series, {@code p(a,b)} in parallel, elements by letters and digits. */
final class CircuitReader {
    private static final int DEEPEST = 32;

    private final String text;
    private final List<Circuit.Parameter> parameters = new ArrayList<>();
    private final List<Block.Leaf> leaves = new ArrayList<>();
    private int at;
    private int depth;

    CircuitReader(String text) {
        this.text = text;
    }

    Block read() {
        Block circuit = series();
        skipBlanks();
        if (at < text.length()) {
            throw wrong("expected - or the end");
        }
        return circuit;
    }

    List<Circuit.Parameter> parameters() {
        return parameters;
    }

    List<Block.Leaf> leaves() {
        return leaves;
    }

    private Block series() {
        List<Block> parts = new ArrayList<>();
        do {
            parts.add(part());
        } while (takes('-'));
        return parts.size() == 1 ? parts.get(0) : new Block.Series(List.copyOf(parts));
    }

    private Block part() {
        skipBlanks();
        if (text.startsWith("p(", at)) {
            at += 2;
            return parallel();
        }
        return element();
    }

    private Block parallel() {
        depth++;
        if (depth > DEEPEST) {
            throw wrong("nested too deeply");
        }
        List<Block> branches = new ArrayList<>();
        do {
            branches.add(series());
        } while (takes(','));
        if (!takes(')')) {
            throw wrong("expected , or ) of a parallel part");
        }
        if (branches.size() < 2) {
            throw wrong("a parallel part has two branches or more");
        }
        depth--;
        return new Block.Parallel(List.copyOf(branches));
    }

    private Block element() {
        int began = at;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        String letters = text.substring(began, at);
        while (at < text.length()
                && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String name = text.substring(began, at);
        Optional<ElementKind> kind = ElementKind.of(letters);
        if (kind.isEmpty()) {
            at = began;
            throw wrong("expected an element R, C, L, CPE, W, Wo or Ws with its number");
        }
        if (leaves.stream().anyMatch(leaf -> leaf.name().equals(name))) {
            at = began;
            throw wrong("the name " + name + " is used twice");
        }
        return leaf(name, kind.get());
    }

    private Block leaf(String name, ElementKind kind) {
        Block.Leaf leaf = new Block.Leaf(name, kind, parameters.size());
        leaves.add(leaf);
        for (int i = 0; i < kind.quantities().size(); i++) {
            String own = kind.quantities().size() == 1 ? name : name + "_" + i;
            parameters.add(new Circuit.Parameter(own, kind.quantities().get(i)));
        }
        return leaf;
    }

    private boolean takes(char wanted) {
        skipBlanks();
        boolean taken = at < text.length() && text.charAt(at) == wanted;
        at += taken ? 1 : 0;
        return taken;
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("circuit \"" + text + "\", column " + (at + 1) + ": " + what);
    }
}
