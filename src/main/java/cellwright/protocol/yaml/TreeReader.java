package cellwright.protocol.yaml;

import cellwright.protocol.Place;
import cellwright.protocol.Result;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document into {@link Node}s, from the parser's events and without recursion, within limits that no
 * honest file meets. Tags, several documents, duplicate keys and merge keys are refused.
 */
public final class TreeReader {
    /** Longest text, in characters. */
    public static final int MOST_CHARACTERS = 1_000_000;
    /** Deepest nesting of lists and mappings, aliases followed. */
    public static final int MOST_DEPTH = 40;
    /** Most nodes, each alias counted with all it stands for. */
    public static final int MOST_NODES = 50_000;

    private TreeReader() {}

    /**
     * Reads a text.
     *
     * @param file its name, for messages
     * @param text the whole text; a byte order mark at its start is skipped
     */
    public static Result<Node> read(String file, String text) {
        var faults = new Faults();
        try {
            Node root = build(file, printable(file, text), faults);
            return faults.judge(root);
        } catch (Misfit misfit) {
            faults.error(Place.whole(file), misfit);
            return faults.refuse();
        }
    }

    private static Node build(String file, String text, Faults faults) throws Misfit {
        var builder = new TreeBuilder(file, faults);
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                builder.accept(event);
            }
        } catch (MarkedYamlEngineException broken) {
            throw new Misfit(placeOf(file, broken), explain(broken));
        } catch (YamlEngineException broken) {
            throw new Misfit(String.valueOf(broken.getMessage()));
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException broken) {
            // the parser itself throws these at some broken escapes
            throw new Misfit(builder.last(), "this is not YAML, somewhere behind this place: " + broken.getMessage());
        }
        return builder.root();
    }

    private static String printable(String file, String text) throws Misfit {
        if (text.length() > MOST_CHARACTERS) {
            throw new Misfit("the text has " + text.length() + " characters, at most " + MOST_CHARACTERS + " are read");
        }
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int line = 1;
        int column = 1;
        for (int at = 0; at < body.length(); at += Character.charCount(body.codePointAt(at)), column++) {
            int point = body.codePointAt(at);
            if (refused(point)) {
                throw new Misfit(
                        new Place(file, line, column),
                        "character U+%04X is not text; a YAML file in UTF-8 is expected".formatted(point));
            }
            if (point == '\n') {
                line++;
                column = 0;
            }
        }
        return body;
    }

    private static boolean refused(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\r' && point != '\t' && point != 0x85;
            case Character.SURROGATE -> true;
            default -> point == 0xFFFD || point == 0xFEFF || (point & 0xFFFE) == 0xFFFE;
        };
    }

    private static Place placeOf(String file, MarkedYamlEngineException broken) {
        Optional<Mark> mark = broken.getProblemMark().or(broken::getContextMark);
        return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(Place.whole(file));
    }

    private static String explain(MarkedYamlEngineException broken) {
        String problem = String.valueOf(broken.getProblem());
        if (problem.contains("TAB")) {
            return "a tab cannot indent or separate here; use spaces";
        }
        String context = broken.getContext();
        boolean block = context != null && context.contains("block scalar");
        String hint = block ? "; a text that starts with | or > must stand in quotes" : "";
        return "this is not YAML: " + (context == null ? "" : context + ": ") + problem + hint;
    }
}
