package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import cellwright.cli.FirstRunPicture.Point;
import cellwright.engine.Effect;
import cellwright.engine.Row;
import cellwright.engine.StepKind;
import cellwright.instrument.Signal;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.protocol.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The picture in the README is what the program says and records today. {@code -Dcellwright.update=true} draws it anew.
 */
class FirstRunPictureTest {
    private static final Path HOUSE = Path.of(System.getProperty("cellwright.house", ".."));
    private static final Path PICTURE = HOUSE.resolve("docs/first-run.svg");
    private static final String PROTOCOL = "protocols/zhou-2022-ncm85-c5-life.yaml";
    private static final String CELL = "config/cells/ncm85-zhou.yaml";
    private static final String SHOWN_FOLDER = "runs/first";
    private static final int CYCLE = 2;
    private static final Pattern PACE = Pattern.compile(" in [0-9.]+ s \\([0-9,]+ times the clock\\)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    private final List<Point> charge = new ArrayList<>();
    private final List<Point> discharge = new ArrayList<>();

    @Test
    void thePictureInTheReadmeIsWhatTheProgramShows(@TempDir Path folder) throws IOException {
        String drawn = draw(folder.resolve("first"));
        if (Boolean.getBoolean("cellwright.update")) {
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(PICTURE, drawn);
        }

        assertSameButForLastDigits(unpaced(Files.readString(PICTURE)), unpaced(drawn));
    }

    private String draw(Path folder) throws IOException {
        List<String> said = said(folder);
        collect(folder);
        List<String> command = List.of(
                "./cellwright run " + PROTOCOL + " \\", "--cell " + CELL + " --set cycles=10 --out " + SHOWN_FOLDER);
        return FirstRunPicture.of(command, said, "Cycle 2: C/5, 250 MPa, 25 °C (simulated)", charge, discharge);
    }

    /** What the program prints, with the paths a person would have typed. */
    private static List<String> said(Path folder) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                new Console(new PrintWriter(out), new PrintWriter(err), false),
                "run",
                HOUSE.resolve(PROTOCOL).toString(),
                "--cell",
                HOUSE.resolve(CELL).toString(),
                "--set",
                "cycles=10",
                "--out",
                folder.toString());
        assertThat(code).as("exit code, with %s", err).isZero();
        return out.toString().replace(folder.toString(), SHOWN_FOLDER).lines().toList();
    }

    private void collect(Path folder) throws IOException {
        RunReplay replay =
                switch (RunReplay.open(new RunFolder(folder))) {
                    case Result.Made<RunReplay> made -> made.value();
                    case Result.Refused<RunReplay> refused -> fail("refused: " + refused.problems());
                };
        double grams = replay.program().scale().activeMassKg().orElseThrow() * 1e3;
        replay.play(report -> {
            if (report instanceof Effect.Recorded recorded && recorded.row().cycle() == CYCLE) {
                collect(recorded.row(), grams);
            }
        });
    }

    private void collect(Row row, double grams) {
        double mah = Math.abs(row.inStep().netCoulombs()) / 3.6;
        Point point = new Point(mah / grams, row.reading().value(Signal.VOLTAGE));
        if (row.kind() == StepKind.CC_CHARGE) {
            charge.add(point);
        } else if (row.kind() == StepKind.CC_DISCHARGE) {
            discharge.add(point);
        }
    }

    /** How fast it went is the one thing that may differ from day to day. */
    private static String unpaced(String picture) {
        return PACE.matcher(picture).replaceAll(" in the time it took");
    }

    private static void assertSameButForLastDigits(String expected, String drawn) {
        String hint = "docs/first-run.svg is out of date; draw it anew: "
                + "mvn -B -pl src -am test -Dtest=FirstRunPictureTest -Dsurefire.failIfNoSpecifiedTests=false "
                + "-Dcellwright.update=true";
        assertThat(NUMBER.matcher(drawn).replaceAll("#"))
                .as(hint)
                .isEqualTo(NUMBER.matcher(expected).replaceAll("#"));
        Matcher found = NUMBER.matcher(drawn);
        Matcher wanted = NUMBER.matcher(expected);
        while (found.find() && wanted.find()) {
            assertThat(Math.abs(inLastDigits(found.group()) - inLastDigits(wanted.group())))
                    .as("%s%n%s instead of %s", hint, found.group(), wanted.group())
                    .isLessThanOrEqualTo(1);
        }
    }

    /** A number in units of its last digit. */
    private static double inLastDigits(String number) {
        return Double.parseDouble(number.replace(".", ""));
    }
}
