package cellwright.cli;

import cellwright.world.TouchesTheRealWorld;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Lines that a person types, or a program writes, while a command goes on. Read by a thread of its own, taken by one other. */
@TouchesTheRealWorld
final class Typed {
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Typed(InputStream from) {
        Thread reader = new Thread(() -> read(from), "cellwright-typed");
        reader.setDaemon(true);
        reader.start();
    }

    /** What is typed into this process. */
    static Typed here() {
        return new Typed(System.in);
    }

    /** Waits a tenth of a second for the next line. */
    Optional<String> next() throws InterruptedException {
        return Optional.ofNullable(lines.poll(100, TimeUnit.MILLISECONDS));
    }

    private void read(InputStream from) {
        try {
            var reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line.strip());
            }
        } catch (IOException closed) {
            // there is nobody any more who could type
            return;
        }
    }
}
