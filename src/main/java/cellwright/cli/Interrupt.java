package cellwright.cli;

import cellwright.world.TouchesTheRealWorld;
import cellwright.world.link.PortNeeds;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C, and the system's request to end: the run is asked to stop, and the process waits until its folder is sealed; the
 * ports of its instruments stay open as long. One per run; closing it lets the process go.
 */
@TouchesTheRealWorld
final class Interrupt implements AutoCloseable {
    private static final long SECONDS_TO_SEAL = 20;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch sealed = new CountDownLatch(1);
    private final PortNeeds.Need ports = PortNeeds.OF_THIS_MACHINE.need();
    private final Thread hook = new Thread(this::askAndWait, "cellwright-interrupt");

    Interrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isAsked() {
        return asked.get();
    }

    private void askAndWait() {
        asked.set(true);
        try {
            if (!sealed.await(SECONDS_TO_SEAL, TimeUnit.SECONDS)) {
                System.err.println("the run could not be sealed within " + SECONDS_TO_SEAL + " s");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            ports.close();
        }
    }

    @Override
    public void close() {
        sealed.countDown();
        ports.close();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyGoing) {
            asked.set(true);
        }
    }
}
