package cellwright.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a command said.
 *
 * @param code its exit code
 * @param out what it printed as its result
 * @param err what it complained about
 */
record Said(int code, String out, String err) {
    /** Runs a command in this process. */
    static Said by(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console = new Console(new PrintWriter(out), new PrintWriter(err), false);
        String[] words = Stream.of(arguments).map(Said::word).toArray(String[]::new);
        int code = Main.run(console, words);
        return new Said(code, out.toString(), err.toString());
    }

    private static String word(Object argument) {
        return argument instanceof Path path ? path.toString() : String.valueOf(argument);
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}
