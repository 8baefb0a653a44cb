package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every instrument keeps when its cable is out or its far end is mute. */
public interface DeadLinkContract extends OnBench {
    /** Real seconds after which a check counts as hanging; far more than any needs. */
    int HANGING = 30;

    /** The longest an instrument may listen to a dead link, on the host's clock. */
    Duration LONGEST_EXCHANGE = Duration.ofMinutes(1);

    /** With the cable out, making safe ends, and says so by the one exception there is for it. */
    @Test
    @Timeout(value = HANGING, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    default void makeSafeOnACutLinkEndsByName() throws InstrumentException {
        Bench bench = bench();
        try (Instrument instrument = bench.open()) {
            bench.host().cut();
            endsWithinReason(bench, instrument::makeSafe);
            endsWithinReason(bench, instrument::makeSafe);
        }
    }

    /** With the far end silent, making safe and reading end within their own deadline. */
    @Test
    @Timeout(value = HANGING, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    default void silenceEndsByDeadline() throws InstrumentException {
        Bench bench = bench();
        try (Instrument instrument = bench.open()) {
            bench.host().silence();
            endsWithinReason(bench, instrument::makeSafe);
            endsWithinReason(bench, instrument::read);
        }
    }

    private static void endsWithinReason(Bench bench, ThrowingCallable call) {
        long start = bench.host().clock().nanos();
        try {
            call.call();
        } catch (InstrumentException named) {
            assertThat(named.instrument()).isNotBlank();
            assertThat(named).hasMessageContaining(named.instrument());
        } catch (Throwable other) {
            throw new AssertionError("must fail with an InstrumentException or not at all", other);
        }
        assertThat(Duration.ofNanos(bench.host().clock().nanos() - start))
                .as("time spent on a dead link")
                .isLessThanOrEqualTo(LONGEST_EXCHANGE);
    }

    /** Opening onto nothing fails by name and leaves no link open. */
    @Test
    @Timeout(value = HANGING, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    default void openingOnADeadLinkFailsAndLeavesNothingOpen() throws InstrumentException {
        Bench good = bench();
        good.open().close();
        assumeTrue(good.host().lentLinks() > 0, "this driver opens no link");
        Bench cut = bench();
        cut.host().cut();
        assertThatExceptionOfType(InstrumentException.class).isThrownBy(cut::open);
        Bench silent = bench();
        silent.host().silence();
        assertThatExceptionOfType(InstrumentException.class).isThrownBy(silent::open);
        assertThat(silent.host().openLinks()).as("links left open").isZero();
    }
}
