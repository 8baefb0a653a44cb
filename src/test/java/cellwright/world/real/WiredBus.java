package cellwright.world.real;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cellwright.testkit.Device;
import cellwright.testkit.FaultyLine;
import cellwright.testkit.HandClock;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Wired cells on one line, each with a letter in front of what is said to it and of what it says. */
final class WiredBus implements Device {
    static final String ADDRESS = "bus";
    private static final int LINE_END_AND_SUM = 10;

    /** What came over the line, in its order: the letter and the word. */
    final List<String> heard = new ArrayList<>();
    /** Every line that was opened, in order. */
    final List<FaultyLine> lines = new ArrayList<>();

    private final List<WiredCell> cells = new ArrayList<>();

    static String unit(int place) {
        return String.valueOf((char) ('a' + place));
    }

    void join(WiredCell cell) {
        cells.add(cell);
    }

    /** Another instrument in the place of one. */
    void swap(int place, WiredCell cell) {
        cells.set(place, cell);
    }

    FaultyLine opened(HandClock clock) {
        lines.add(new FaultyLine(clock, this));
        return lines.getLast();
    }

    @Override
    public byte[] answer(byte[] written) {
        String line = new String(written, ISO_8859_1);
        String unit = line.substring(0, 1);
        heard.add(unit + " " + line.substring(4, line.length() - LINE_END_AND_SUM));
        byte[] answer = cells.get(unit.charAt(0) - 'a').answer(line.substring(1).getBytes(ISO_8859_1));
        var said = new ByteArrayOutputStream();
        said.writeBytes(answer.length == 0 ? answer : unit.getBytes(ISO_8859_1));
        said.writeBytes(answer);
        return said.toByteArray();
    }
}
