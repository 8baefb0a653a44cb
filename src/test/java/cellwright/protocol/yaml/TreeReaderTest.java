package cellwright.protocol.yaml;

import static cellwright.protocol.yaml.Texts.made;
import static cellwright.protocol.yaml.Texts.problems;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Place;
import cellwright.protocol.Result;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TreeReaderTest {
    private static Result<Node> read(String text) {
        return TreeReader.read("t", text);
    }

    private static String fault(String text) {
        Result<Node> result = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(text));
        assertThat(result).isInstanceOf(Result.Refused.class);
        assertThat(problems(result)).hasSize(1);
        return problems(result).getFirst();
    }

    @Test
    void everyNodeKnowsItsPlace() {
        Node.Mapping root = (Node.Mapping) made(read("a: 1\nb:\n  - x\n  - { c: 'y' }\n"));
        assertThat(root.place()).isEqualTo(new Place("t", 1, 1));
        Node.Entry b = root.entries().get(1);
        assertThat(b.key().place()).isEqualTo(new Place("t", 2, 1));
        Node.Sequence list = (Node.Sequence) b.value();
        assertThat(list.place()).isEqualTo(new Place("t", 3, 3));
        Node.Mapping inner = (Node.Mapping) list.items().get(1);
        assertThat(inner.place()).isEqualTo(new Place("t", 4, 5));
        Node.Scalar y = (Node.Scalar) inner.entries().getFirst().value();
        assertThat(y).isEqualTo(new Node.Scalar(new Place("t", 4, 10), "y", true));
    }

    @Test
    void aliasesStandForTheirAnchor() {
        Node.Mapping root = (Node.Mapping) made(read("a: &x { b: 1 }\nc: *x\n"));
        assertThat(root.entries().get(1).value())
                .isEqualTo(root.entries().get(0).value());
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        Node.Mapping root = (Node.Mapping) made(read("\uFEFFa: 1\n"));
        assertThat(root.entries().getFirst().key().place()).isEqualTo(new Place("t", 1, 1));
    }

    @Test
    void emptyFilesAreRefused() {
        for (String text : new String[] {"", "\n\n", "# only a comment\n", "---\n", "   ", "\uFEFF"}) {
            assertThat(fault(text)).isEqualTo("t: error: the file is empty");
        }
    }

    @Test
    void binaryIsRefusedWhereItStarts() {
        assertThat(fault("a: 1\nb: \u0000\u0001"))
                .isEqualTo("t:2:4: error: character U+0000 is not text; a YAML file in UTF-8 is expected");
        assertThat(fault("a: \uD800")).startsWith("t:1:4: error: character U+D800");
        assertThat(fault("a: \uFFFD")).startsWith("t:1:4: error: character U+FFFD");
    }

    @Test
    void aTextBeyondTheLimitIsRefusedUnread() {
        String text = "a".repeat(TreeReader.MOST_CHARACTERS + 1);
        assertThat(fault(text)).isEqualTo("t: error: the text has 1000001 characters, at most 1000000 are read");
    }

    @Test
    void aBombOfAliasesIsRefusedFast() {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            String alias = "*a" + (i - 1) + ", ";
            text.append("a%d: &a%d [ %s]\n".formatted(i, i, alias.repeat(9)));
        }
        assertThat(fault(text.toString())).contains("more than 50000 parts");
    }

    @Test
    void aliasesCannotDeepenBeyondTheLimit() {
        var text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 60; i++) {
            text.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }
        assertThat(fault(text.toString())).isEqualTo("t:40:12: error: nested more than 40 deep");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(fault("[".repeat(1_000_000))).isEqualTo("t:1:41: error: nested more than 40 deep");
        assertThat(fault("{a: ".repeat(200_000))).contains("nested more than 40 deep");
        assertThat(fault("- ".repeat(400_000))).contains("nested more than 40 deep");
        assertThat(made(read("[".repeat(40) + "]".repeat(40)))).isInstanceOf(Node.Sequence.class);
    }

    @Test
    void anAliasInsideItselfOrUnknownIsRefused() {
        assertThat(fault("a: &x [*x]\n")).startsWith("t:1:8: error: *x stands for nothing");
        assertThat(fault("a: *y\n")).startsWith("t:1:4: error: *y stands for nothing");
    }

    @Test
    void duplicateKeysAreRefusedWithBothLines() {
        assertThat(fault("a: 1\nb: 2\na: 3\n"))
                .isEqualTo("t:3:1: error: \"a\" stands here a second time; the first is at line 1");
    }

    @Test
    void tagsMergesDocumentsAndOddKeysAreRefused() {
        assertThat(fault("a: !!str 5\n")).startsWith("t:1:4: error: tags such as");
        assertThat(fault("a: !java.net.URL [x]\n")).startsWith("t:1:4: error: tags such as");
        assertThat(fault("b: &b {x: 1}\na:\n  <<: *b\n")).startsWith("t:3:3: error: merge keys (<<)");
        assertThat(fault("a: 1\n---\nb: 2\n")).startsWith("t:2:1: error: a second document");
        assertThat(fault("{ [a, b]: 1 }\n")).startsWith("t:1:3: error: a key must be a text");
        assertThat(fault("x: &x [a]\n*x : 1\n")).contains("a key must be a text");
    }

    @Test
    void brokenYamlIsExplained() {
        assertThat(fault("a:\n\t- b\n")).isEqualTo("t:2:1: error: a tab cannot indent or separate here; use spaces");
        assertThat(fault("a: [1, 2\n")).startsWith("t:2:1: error: this is not YAML: ");
        assertThat(fault("until: |dV/dt| <= 1 mV/h\n"))
                .startsWith("t:1:9: error: this is not YAML: ")
                .endsWith("a text that starts with | or > must stand in quotes");
    }
}
