package cellwright.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A picture read back: well-formed, its words with their places, its paths. */
public final class Drawn {
    private static final Pattern TURNED = Pattern.compile("translate\\(([-0-9.]+) ([-0-9.]+)\\) rotate\\(-90\\)");

    private final String svg;
    private final Document document;

    /** Reads a picture; fails if it is not well-formed XML. */
    public Drawn(String svg) {
        this.svg = svg;
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            document =
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception malformed) {
            throw new AssertionError("the picture is not well-formed", malformed);
        }
        assertThat(svg).doesNotContain("NaN", "Infinity");
    }

    /** A text and the room it takes. */
    record Word(String text, double left, double top, double right, double bottom) {
        boolean overlaps(Word other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    double width() {
        return number(document.getDocumentElement(), "width");
    }

    double height() {
        return number(document.getDocumentElement(), "height");
    }

    List<Word> words() {
        List<Word> words = new ArrayList<>();
        var nodes = document.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            words.add(word((Element) nodes.item(i)));
        }
        return words;
    }

    private static Word word(Element element) {
        String text = element.getTextContent();
        double size = element.getAttribute("class").equals("headline") ? 16 : 13;
        double wide = text.length() * 0.604 * size;
        Matcher turned = TURNED.matcher(element.getAttribute("transform"));
        if (turned.matches()) {
            double x = Double.parseDouble(turned.group(1));
            double y = Double.parseDouble(turned.group(2));
            return new Word(text, x - size * 0.8, y - wide / 2, x + size * 0.2, y + wide / 2);
        }
        double x = number(element, "x");
        double y = number(element, "y");
        double left =
                switch (element.getAttribute("text-anchor")) {
                    case "middle" -> x - wide / 2;
                    case "end" -> x - wide;
                    default -> x;
                };
        return new Word(text, left, y - size * 0.8, left + wide, y + size * 0.2);
    }

    /** The paths of a class, as they are written. */
    List<String> paths(String style) {
        List<String> found = new ArrayList<>();
        var nodes = document.getElementsByTagName("path");
        for (int i = 0; i < nodes.getLength(); i++) {
            Element element = (Element) nodes.item(i);
            if (List.of(element.getAttribute("class").split(" ")).contains(style)) {
                found.add(element.getAttribute("d"));
            }
        }
        return found;
    }

    /** No word lies over another or beyond the picture. */
    public void isReadable() {
        List<Word> words = words();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            assertThat(word.left >= 0 && word.right <= width() && word.top >= 0 && word.bottom <= height())
                    .as("%s within %s x %s", word, width(), height())
                    .isTrue();
            for (Word other : words.subList(i + 1, words.size())) {
                assertThat(word.overlaps(other)).as("%s over %s", word, other).isFalse();
            }
        }
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Override
    public String toString() {
        return svg;
    }
}
