package cellwright.cli;

import cellwright.world.TouchesTheRealWorld;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command prints: results to {@code out}, progress and complaints to {@code err}.
 *
 * @param out results
 * @param err progress and complaints
 * @param terminal whether a person watches {@code err}
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal) {
    /** The process's own streams, UTF-8. */
    @TouchesTheRealWorld
    static Console system() {
        return new Console(
                new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false),
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
                isTerminal());
    }

    void print(String line) {
        out.println(line);
        out.flush();
    }

    void error(String line) {
        err.println(line);
        err.flush();
    }

    void flush() {
        out.flush();
        err.flush();
    }

    /** From JDK 22 on a console exists without a terminal too, and can be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(
                    java.io.Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException olderThan22) {
            return true;
        }
    }
}
