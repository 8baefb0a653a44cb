package cellwright.lab.serve;

import cellwright.lab.Fields;
import cellwright.lab.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Which number stands for which channel in the laboratory's journal, in {@code channels.yaml}: given once, never again, so that
 * a configuration whose channels are put in another order does not make one cell's records another's.
 *
 * @param numbers the number of each channel that ever was, by name
 */
record ChannelBook(Map<String, Integer> numbers) {
    private static final String FILE = "channels.yaml";
    /** The journal has room for so many. */
    private static final int MOST = 65536;

    ChannelBook {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    /**
     * The laboratory's book with every channel of the order in it, durably.
     *
     * @throws IOException if it cannot be read, understood or written
     */
    static ChannelBook of(LabOrder order) throws IOException {
        Map<String, Integer> numbers = new LinkedHashMap<>(read(order.folder().resolve(FILE)));
        int known = numbers.size();
        order.channels()
                .forEach(channel -> numbers.computeIfAbsent(
                        channel.name(),
                        ignored -> numbers.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .max()
                                        .orElse(-1)
                                + 1));
        if (numbers.size() > MOST) {
            throw new IOException("a laboratory has at most " + MOST + " channels in its life; begin a new folder");
        }
        if (numbers.size() > known) {
            StringBuilder text = new StringBuilder("# Numbers of channels in the journal; do not change.\n");
            numbers.forEach((name, number) ->
                    text.append('"').append(name).append("\": ").append(number).append('\n'));
            new RunFolder(order.folder()).put(FILE, text.toString());
        }
        return new ChannelBook(numbers);
    }

    /** The number of a channel of the order. */
    int number(String channel) {
        Integer number = numbers.get(channel);
        if (number == null) {
            throw new IllegalArgumentException("channel " + channel + " is not in the book");
        }
        return number;
    }

    private static Map<String, Integer> read(Path file) throws IOException {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return numbers;
        }
        try {
            Fields fields =
                    new Fields(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)), FILE);
            for (String name : fields.values().keySet()) {
                numbers.put(name, Math.toIntExact(fields.whole(name)));
            }
            if (numbers.values().stream().distinct().count() < numbers.size()) {
                throw new IllegalArgumentException(FILE + ": a number stands twice");
            }
            return numbers;
        } catch (IllegalArgumentException | ArithmeticException | YamlEngineException damaged) {
            throw new IOException(
                    file + " cannot be understood: " + damaged.getMessage()
                            + "; it tells which records belong to which channel; restore it from a copy",
                    damaged);
        }
    }
}
