package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cellwright.instrument.Foresight;
import cellwright.instrument.Identity;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every instrument keeps, whatever it measures. */
public interface InstrumentContract extends OnBench {
    /** How long the threads of a library may take to end after it was told to. */
    long PATIENCE_MILLIS = 5_000;

    /** How often a library's thread may have another one end it. */
    int ENDINGS = 3;

    /** The instrument says who it is, and says the same when asked again and when opened again. */
    @Test
    default void identityIsCompleteAndStable() throws InstrumentException {
        Bench bench = bench();
        Identity first;
        try (Instrument instrument = bench.open()) {
            first = instrument.identity();
            assertThat(first.maker()).as("maker").isNotBlank();
            assertThat(first.model()).as("model").isNotBlank();
            assertThat(first.serial()).as("serial number").isNotBlank();
            instrument.read();
            assertThat(instrument.identity()).isEqualTo(first);
        }
        try (Instrument again = bench.open()) {
            assertThat(again.identity()).isEqualTo(first);
        }
    }

    /** A reading has one sample of each declared signal and none else. */
    @Test
    default void readingsHoldExactlyTheDeclaredSignals() throws InstrumentException {
        try (Instrument instrument = bench().open()) {
            assertThat(instrument.signals()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(instrument.read().samples())
                    .extracting(Sample::signal)
                    .containsExactlyInAnyOrderElementsOf(instrument.signals());
            assertThat(instrument.signals()).isEqualTo(instrument.signals());
        }
    }

    /** Readings are stamped by the host's clock; a simulation that jumps stamps them with its own time. */
    @Test
    default void readingsAreStampedByTheHostsClock() throws InstrumentException {
        Bench bench = bench();
        HandClock clock = bench.host().clock();
        try (Instrument instrument = bench.open()) {
            for (Duration pause : new Duration[] {Duration.ZERO, Duration.ofSeconds(1), Duration.ofDays(40)}) {
                clock.advance(pause);
                long before = clock.nanos();
                Reading reading = instrument.read();
                if (instrument instanceof Foresight foresight) {
                    assertThat(reading.atNanos()).isEqualTo(foresight.nowNanos());
                } else {
                    assertThat(reading.atNanos()).isBetween(before, clock.nanos());
                    assertThat(reading.sinceNanos()).isBetween(before, reading.atNanos());
                }
            }
        }
    }

    /** Safe twice is safe. */
    @Test
    default void makeSafeMayBeCalledTwice() throws InstrumentException {
        try (Instrument instrument = bench().open()) {
            instrument.makeSafe();
            instrument.makeSafe();
            assertThat(instrument.read().samples()).isNotEmpty();
        }
    }

    /** Closing gives back every link; closing again does no harm. */
    @Test
    default void closeReleasesEveryLink() throws InstrumentException {
        Bench bench = bench();
        Instrument instrument = bench.open();
        instrument.close();
        assertThat(bench.host().openLinks()).isZero();
        assertThatCode(instrument::close).doesNotThrowAnyException();
    }

    /** The thread of the link is the host's; a driver starts none. Those of its library are daemons and end with it. */
    @Test
    default void noThreadIsStarted() throws InstrumentException, InterruptedException {
        Bench bench = bench();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (Instrument instrument = bench.open()) {
            instrument.read();
            instrument.makeSafe();
            Set<Thread> started = startedSince(before);
            assertThat(started)
                    .as("the library's threads")
                    .filteredOn(this::isOfALibrary)
                    .allMatch(Thread::isDaemon);
            started.removeIf(this::isOfALibrary);
            assertThat(started).as("threads started by the driver").isEmpty();
        }
        for (int round = 0; round < ENDINGS; round++) {
            for (Thread thread : startedSince(before)) {
                if (isOfALibrary(thread)) {
                    thread.join(PATIENCE_MILLIS);
                }
            }
        }
        assertThat(startedSince(before)).as("threads left by the driver").isEmpty();
    }

    /** Threads of the program itself; those of the virtual machine live in another group. */
    private Set<Thread> startedSince(Set<Thread> before) {
        Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
        started.removeAll(before);
        started.removeIf(this::isOfTheBench);
        started.removeIf(thread -> {
            ThreadGroup group = thread.getThreadGroup();
            return group == null || group.getParent() == null;
        });
        return started;
    }
}
