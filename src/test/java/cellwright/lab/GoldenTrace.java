package cellwright.lab;

import cellwright.engine.Cause;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.EventLog;
import cellwright.engine.Row;
import cellwright.engine.SpectrumRow;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.store.Decimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A short run of a protocol as it should be: one line a step, at its end, and one line a spectrum.
 *
 * @param cell the cell's file, seen from the root of the repository
 * @param set parameters of the run
 * @param sha256 hash of the protocol's snapshot
 * @param lines the header and one line for each step
 * @param spectra a header and one line for each spectrum; nothing at all if there was none
 */
record GoldenTrace(String cell, Map<String, String> set, String sha256, List<String> lines, List<String> spectra) {
    private static final String HEADER =
            "cycle,step_count,path,step_type,test_time_s,voltage_v,current_a,temperature_k,"
                    + "pressure_pa,cycle_charge_capacity_ah,cycle_discharge_capacity_ah";
    static final String SPECTRA_HEADER =
            "spectrum,cycle,step_count,path,extent,points,frequency_1_hz,modulus_1_ohm,phase_1_deg,"
                    + "frequency_2_hz,modulus_2_ohm,phase_2_deg,frequency_3_hz,modulus_3_ohm,phase_3_deg";
    /** One unit of the sixth digit, which is the last one of a spectrum's line. */
    private static final double LAST_DIGIT = 1.01e-5;

    private static final double LAST_DIGIT_DEGREES = 1.01e-4;
    /** JDKs differ in the last bits of the exponential function. */
    private static final double RELATIVE = 1e-6;

    private static final double ABSOLUTE = 1e-12;
    private static final int DIFFERENCES_SHOWN = 20;

    /** The trace of a file's text. */
    static GoldenTrace read(String text) {
        Map<String, String> heading = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        List<String> spectra = new ArrayList<>();
        for (String line : text.lines().toList()) {
            int colon = line.indexOf(": ");
            if (!line.startsWith("#")) {
                (spectra.isEmpty() && !line.startsWith("spectrum,") ? lines : spectra).add(line);
            } else if (colon > 0) {
                heading.put(
                        line.substring(1, colon).strip(),
                        line.substring(colon + 2).strip());
            }
        }
        Map<String, String> set = new LinkedHashMap<>();
        for (String pair : heading.getOrDefault("set", "").split(", ")) {
            if (pair.contains("=")) {
                set.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return new GoldenTrace(
                heading.getOrDefault("cell", ""), set, heading.getOrDefault("protocol sha256", ""), lines, spectra);
    }

    /** Runs a prepared protocol and takes its trace. */
    static GoldenTrace of(Prepared prepared, String cell, Map<String, String> set) {
        var watcher = new House.Silent();
        Rehearsal.Outcome outcome = new Rehearsal(prepared, FORGETFUL, watcher).run("golden", House.START);
        if (outcome.cause().kind() != Cause.Kind.COMPLETE) {
            throw new AssertionError("a golden run must come to its end, this one: " + outcome.cause());
        }
        List<String> lines = new ArrayList<>(List.of(HEADER));
        Optional<Row> last = Optional.empty();
        for (Effect.Report report : watcher.reports) {
            if (report instanceof Effect.Recorded recorded) {
                last = Optional.of(recorded.row());
            } else if (report instanceof Effect.StepEnded) {
                lines.add(line(last.orElseThrow()));
            }
        }
        return new GoldenTrace(cell, set, prepared.program().protocolHash(), lines, digest(outcome.spectra()));
    }

    private static List<String> digest(List<SpectrumRow> spectra) {
        List<String> digest = new ArrayList<>(spectra.isEmpty() ? List.of() : List.of(SPECTRA_HEADER));
        spectra.forEach(spectrum -> digest.add(line(spectrum)));
        return digest;
    }

    /** The first, the middle and the last point say what the others are like. */
    private static String line(SpectrumRow row) {
        List<Spectrum.Point> points = row.spectrum().points();
        StringBuilder line = new StringBuilder(String.join(
                ",",
                Long.toString(row.index()),
                Integer.toString(row.cycle()),
                Long.toString(row.stepCount()),
                row.path().replace(',', ';'),
                row.extent().name().toLowerCase(Locale.ROOT),
                Integer.toString(points.size())));
        for (int index : new int[] {0, points.size() / 2, points.size() - 1}) {
            Spectrum.Point point = points.get(index);
            line.append(String.format(
                    Locale.ROOT,
                    ",%.5e,%.5e,%.4f",
                    point.hertz(),
                    Math.hypot(point.real(), point.imaginary()),
                    Math.toDegrees(Math.atan2(point.imaginary(), point.real()))));
        }
        return line.toString();
    }

    private static String line(Row row) {
        return String.join(
                ",",
                Integer.toString(row.cycle()),
                Long.toString(row.stepCount()),
                row.path().replace(',', ';'),
                row.kind().code(),
                Decimal.seconds(row.testNanos()),
                digits(row.reading().value(Signal.VOLTAGE)),
                digits(row.reading().value(Signal.CURRENT)),
                digits(row.reading().value(Signal.TEMPERATURE)),
                digits(row.reading().value(Signal.PRESSURE)),
                digits(row.inCycle().chargeCoulombs() / 3600),
                digits(row.inCycle().dischargeCoulombs() / 3600));
    }

    private static String digits(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.8e", value);
    }

    /** The text of the file. */
    String text() {
        List<String> pairs = set.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        return "# A short run of the protocol beside this file, one line at the end of each step. GoldenTraceTest compares;\n"
                + "# after a wanted change: mvn test -pl src -am -Dtest=GoldenTraceTest -Dcellwright.update=true\n"
                + "# cell: " + cell + "\n"
                + "# set: " + String.join(", ", pairs) + "\n"
                + "# protocol sha256: " + sha256 + "\n"
                + String.join("\n", lines) + "\n"
                + (spectra.isEmpty() ? "" : "# and one line for each spectrum\n" + String.join("\n", spectra) + "\n");
    }

    /** How another trace differs from this one, in words; empty if it does not. */
    List<String> differences(GoldenTrace found) {
        List<String> all = new ArrayList<>();
        if (!sha256.equals(found.sha256)) {
            all.add("the protocol itself is another one: sha256 " + sha256 + " was expected, found " + found.sha256);
        }
        compare("step", HEADER, lines, found.lines, all);
        compare("spectrum", SPECTRA_HEADER, spectra, found.spectra, all);
        return all.size() <= DIFFERENCES_SHOWN ? all : shortened(all);
    }

    private static List<String> shortened(List<String> all) {
        List<String> shown = new ArrayList<>(all.subList(0, DIFFERENCES_SHOWN));
        shown.add("and " + (all.size() - DIFFERENCES_SHOWN) + " more");
        return shown;
    }

    private static void compare(
            String what, String header, List<String> expected, List<String> found, List<String> all) {
        if (expected.size() != found.size()) {
            all.add(count(what, expected) + " were expected, found " + count(what, found));
        }
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            compare(what, header.split(","), expected.get(i), found.get(i), all);
        }
    }

    private static String count(String what, List<String> linesWithHeader) {
        int count = Math.max(0, linesWithHeader.size() - 1);
        return what.equals("step") ? count + " steps" : count + " spectra";
    }

    private static void compare(String what, String[] names, String expected, String found, List<String> all) {
        String[] wanted = expected.split(",", -1);
        String[] got = found.split(",", -1);
        if (wanted.length != names.length || got.length != names.length) {
            all.add("a line \"" + expected + "\" was expected, found \"" + found + "\"");
            return;
        }
        for (int column = 0; column < names.length; column++) {
            if (!same(names[column], wanted[column], got[column])) {
                String where = what.equals("step")
                        ? wanted[1] + " (" + wanted[2] + " in cycle " + wanted[0] + ")"
                        : wanted[0] + " (" + wanted[3] + " in cycle " + wanted[1] + ")";
                all.add(what + " " + where + ", " + names[column] + ": " + wanted[column] + " was expected, found "
                        + got[column]);
            }
        }
    }

    private static boolean same(String name, String wanted, String got) {
        if (wanted.equals(got)) {
            return true;
        }
        boolean rounded = name.startsWith("modulus") || name.startsWith("frequency");
        try {
            double expected = Double.parseDouble(wanted);
            double difference = Math.abs(expected - Double.parseDouble(got));
            return name.startsWith("phase")
                    ? difference <= LAST_DIGIT_DEGREES
                    : difference <= ABSOLUTE + (rounded ? LAST_DIGIT : RELATIVE) * Math.abs(expected);
        } catch (NumberFormatException words) {
            return false;
        }
    }

    /** A golden run needs no journal. */
    private static final EventLog FORGETFUL = new EventLog() {
        @Override
        public void append(int channel, Event event) {
            // the reports are kept
        }

        @Override
        public void commit() {
            // nothing to keep
        }
    };
}
