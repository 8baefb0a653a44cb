package cellwright.world.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ports are let go when the last who needs them says so, and not a moment before. */
@Timeout(20)
class PortNeedsTest {
    private final PortNeeds needs = new PortNeeds();

    private Thread closer() {
        Thread closer = new Thread(needs::awaitNone);
        closer.setDaemon(true);
        closer.start();
        return closer;
    }

    private static void untilItWaits(Thread closer) {
        while (closer.getState() != State.WAITING) {
            assertThat(closer.isAlive()).as("the ports were let go").isTrue();
            Thread.onSpinWait();
        }
    }

    @Test
    void whereNobodyNeedsThePortsNobodyWaits() throws InterruptedException {
        closer().join();
        needs.need().close();
        closer().join();
    }

    @Test
    void theLastNeedLetsThemGo() throws InterruptedException {
        PortNeeds.Need first = needs.need();
        PortNeeds.Need second = needs.need();
        Thread closer = closer();
        untilItWaits(closer);
        first.close();
        first.close();
        untilItWaits(closer);
        second.close();
        closer.join();
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() throws InterruptedException {
        PortNeeds.Need need = needs.need();
        Thread closer = closer();
        untilItWaits(closer);
        closer.interrupt();
        closer.join();
        need.close();
    }
}
