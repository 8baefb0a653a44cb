package cellwright.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cellwright.palmsens.codec.DataPackage;
import cellwright.palmsens.codec.Line;
import cellwright.palmsens.codec.LineState;
import cellwright.palmsens.codec.Told;
import cellwright.palmsens.codec.Variable;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How many data packages of a MethodSCRIPT instrument are decoded in a second, from bytes in pieces of 4 KB to typed
 * numbers with status and range. Beside it the plain way, splitting lines at their marks and parsing each number as text;
 * the two in turn. Void if they do not read the same numbers, to the last bit.
 */
@TouchesTheRealWorld
public final class PackageBenchmark {
    private static final int PACKAGES = 200_000;
    private static final int ROUNDS = 11;
    private static final int PIECE = 4096;
    private static final double TARGET_A_SECOND = 1e6;
    private static final String PREFIXES = "afpnum kMGTPE";

    private PackageBenchmark() {}

    /** What a decoder made of the stream. */
    private record Read(long packages, double sum, long marks) {}

    /** Measures and prints. */
    public static void main(String[] arguments) {
        byte[] stream = stream();
        Rounds decoded = new Rounds();
        Rounds plain = new Rounds();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Read ours = decoded(stream);
            long between = System.nanoTime();
            Read theirs = plain(stream);
            long end = System.nanoTime();
            if (!ours.equals(theirs) || ours.packages() != PACKAGES) {
                throw new IllegalStateException("void: " + ours + " is not " + theirs);
            }
            double rate = PACKAGES * 1e9 / (between - start);
            double plainRate = PACKAGES * 1e9 / (end - between);
            decoded.add(rate);
            plain.add(plainRate);
            System.out.printf(Locale.ROOT, "round %d: %,.0f packages/s, plain %,.0f%n", round, rate, plainRate);
        }
        double median = decoded.median();
        Verdict.atLeast("PalmSens packages decoded", median, "/s", TARGET_A_SECOND);
        Verdict.remark("PalmSens packages, decoder / plain parsing", median / plain.median(), "");
    }

    /** A charge at 1 mA: time, set current, current, voltage, as the driver's own scripts send them. */
    private static byte[] stream() {
        var random = new SplittableRandom(4);
        var text = new StringBuilder();
        for (int i = 1; i <= PACKAGES; i++) {
            text.append("Peb").append(hex(100L * i)).append('m');
            text.append(";db").append(hex(1_000_000)).append('n');
            text.append(";ba")
                    .append(hex(1_000_000 + random.nextInt(-500, 500)))
                    .append("n,1");
            text.append(i % 1000 == 0 ? '8' : '0').append(",215");
            text.append(";ab")
                    .append(hex(3_000_000 + 5 * i + random.nextInt(40)))
                    .append("u,10,206\n");
        }
        return text.toString().getBytes(US_ASCII);
    }

    private static String hex(long count) {
        return String.format(Locale.ROOT, "%07X", count + (1 << 27));
    }

    private static Read decoded(byte[] stream) {
        LineState state = LineState.start();
        long packages = 0;
        long marks = 0;
        double sum = 0;
        for (int from = 0; from < stream.length; from += PIECE) {
            byte[] piece = Arrays.copyOfRange(stream, from, Math.min(stream.length, from + PIECE));
            LineState.Heard heard = state.on(piece, piece.length);
            state = heard.next();
            for (Line line : heard.lines()) {
                DataPackage data = ((Told.Sent) Told.of(line)).data();
                packages++;
                for (Variable variable : data.variables()) {
                    sum += variable.value();
                    marks += variable.status() + Math.max(0, variable.range());
                }
            }
        }
        return new Read(packages, sum, marks);
    }

    private static Read plain(byte[] stream) {
        long packages = 0;
        long marks = 0;
        double sum = 0;
        for (String line : new String(stream, US_ASCII).split("\n")) {
            packages++;
            for (String variable : line.substring(1).split(";")) {
                String[] parts = variable.split(",");
                long count = Long.parseLong(parts[0].substring(2, 9), 16) - (1 << 27);
                int exponent = 3 * (PREFIXES.indexOf(parts[0].charAt(9)) - PREFIXES.indexOf(' '));
                sum += Double.parseDouble(count + "e" + exponent);
                for (int i = 1; i < parts.length; i++) {
                    marks += Integer.parseInt(parts[i].substring(1), 16);
                }
            }
        }
        return new Read(packages, sum, marks);
    }
}
