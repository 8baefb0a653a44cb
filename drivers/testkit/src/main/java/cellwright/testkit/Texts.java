package cellwright.testkit;

import java.util.List;

/** Generators of strings and byte arrays; they shrink to fewer and plainer characters. */
public final class Texts {
    private Texts() {}

    /** Printable ASCII, blank to tilde, of at most {@code longest} characters. */
    public static Gen<String> ascii(int longest) {
        return printable().list(0, longest).map(parts -> String.join("", parts));
    }

    /**
     * What files and keyboards come up with: control characters, quotes, line ends of every kind, combining marks, right
     * to left, characters beyond 16 bits, half of such a pair; at most {@code longest} of them.
     */
    public static Gen<String> nasty(int longest) {
        return Gen.oneOf(printable(), nuisance()).list(0, longest).map(parts -> String.join("", parts));
    }

    /** Byte arrays of {@code shortest} to {@code longest} bytes. */
    public static Gen<byte[]> bytes(int shortest, int longest) {
        return Numbers.ints(0, 255).list(shortest, longest).map(Texts::packed);
    }

    private static Gen<String> printable() {
        return Numbers.ints(0, '~' - ' ').map(offset -> Character.toString(plainFirst(offset)));
    }

    /** Orders the printable characters so that the letter a is the plainest. */
    private static int plainFirst(int offset) {
        int span = '~' - ' ' + 1;
        return ' ' + (offset + ('a' - ' ')) % span;
    }

    private static Gen<String> nuisance() {
        return Gen.anyOf(
                " ",
                "\t",
                "\n",
                "\r\n",
                "\r",
                "\0",
                "\u0007",
                "\u001b",
                "\u007f",
                "\u0085",
                "\u2028",
                "\ufeff",
                "\"",
                "'",
                "\\",
                "#",
                ":",
                "%",
                "\u00b0",
                "\u00b5",
                "\u03bc",
                "e\u0301",
                "\u05d0",
                "\u202e",
                "\ud83d\udd0b",
                "\ud800",
                "\uffff");
    }

    private static byte[] packed(List<Integer> values) {
        byte[] bytes = new byte[values.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = values.get(i).byteValue();
        }
        return bytes;
    }
}
