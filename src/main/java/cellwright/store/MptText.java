package cellwright.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The layout of an EC-Lab ASCII file: the heading with its count of lines, parameters in columns of 20 characters, names and numbers
 * between tabulators; lines end with CR and LF, the characters are those of cp1252.
 */
final class MptText {
    private static final Charset CP1252 = Charset.forName("windows-1252");
    private static final int WIDTH = 20;

    private MptText() {}

    /** Opens a file for writing; a character that cp1252 does not have becomes a question mark. */
    static BufferedWriter open(Path file) throws IOException {
        CharsetEncoder encoder = CP1252.newEncoder()
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .onMalformedInput(CodingErrorAction.REPLACE);
        OutputStream bytes = Files.newOutputStream(file);
        return new BufferedWriter(new OutputStreamWriter(bytes, encoder), 1 << 16);
    }

    /**
     * The heading with the names of the columns.
     *
     * @param technique the technique's name
     * @param about lines of the form {@code key : value}
     * @param parameters rows of parameters, the name first
     * @param columns names of the columns
     */
    static String heading(String technique, List<String> about, List<List<String>> parameters, List<String> columns) {
        List<String> lines = new ArrayList<>(List.of("", technique, ""));
        about.forEach(line -> lines.add(line.replaceAll("[\\r\\n]+", " ")));
        parameters.forEach(row -> lines.add(padded(row)));
        lines.add("");
        int count = lines.size() + 3;
        StringBuilder text = new StringBuilder("EC-Lab ASCII FILE\r\n");
        text.append(String.format(Locale.ROOT, "Nb header lines : %-28d\r\n", count));
        lines.forEach(line -> text.append(line).append("\r\n"));
        columns.forEach(name -> text.append(name).append('\t'));
        return text.append("\r\n").toString();
    }

    /** The usual lines of a heading. */
    static List<String> about(Provenance of, MptCell cell, String file) {
        return List.of(
                "Run on channel : 1 (SN 00000)",
                "User : ",
                "Ewe ctrl range : min = -10.00 V, max = 10.00 V",
                "Safety Limits :",
                "\tDo not start on E overload",
                "Acquisition started on : " + cell.startedOn(),
                "Comments : " + of.exportedBy() + "; simulated: " + of.simulated() + "; run " + of.run() + "; cell "
                        + of.cell() + "; protocol " + of.protocol() + ", sha256 " + of.protocolSha256()
                        + "; interruptions and the like in metadata.json",
                "Saved on :",
                "\tFile : " + file,
                "Device : " + (of.simulated() ? "simulated" : of.channel()),
                "Electrode surface area : " + MptCell.decimals(cell.areaCm2()) + " cm\u00b2",
                "Characteristic mass : " + MptCell.decimals(cell.grams()) + " g",
                "Battery capacity : " + MptCell.decimals(cell.milliampereHours()) + " mA.h",
                "Cycle Definition : Charge/Discharge alternance");
    }

    private static String padded(List<String> row) {
        StringBuilder text = new StringBuilder();
        row.forEach(cell -> text.append(String.format(
                Locale.ROOT, "%-" + WIDTH + "s", cell.length() < WIDTH ? cell : cell.substring(0, WIDTH - 1))));
        return text.toString();
    }

    /** A number as its readers take it for one, always: with a point or an exponent. */
    static String number(double value) {
        return Double.toString(value == 0 ? 0 : value);
    }
}
