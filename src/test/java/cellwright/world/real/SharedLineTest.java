package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several potentiostats on one line, as on an RS-485 bus: each is its own, and nobody pays for a neighbour. */
class SharedLineTest {
    private static final int SILENT = 3;
    private static final int CHANNELS = 5;

    private final Laboratory lab = Laboratory.onOneLine(CHANNELS, Patience.USUAL);

    private void chargeAll() {
        for (int channel = 0; channel < CHANNELS; channel++) {
            lab.charge(channel);
        }
    }

    /** From now on the first so many instruments do not answer. */
    private void silence() {
        for (int channel = 0; channel < SILENT; channel++) {
            lab.cells.get(channel).faults.add(WiredCell.Fault.MUTE);
        }
    }

    private void heal() {
        lab.cells.forEach(cell -> cell.faults.clear());
    }

    private List<Long> readTimes(int channel) {
        return lab.events(channel, Event.Measured.class).stream()
                .map(Event.Measured::atNanos)
                .toList();
    }

    /** The longest time between readings since an instant. */
    private Duration longestGap(int channel, long sinceNanos) {
        long longest = 0;
        long last = sinceNanos;
        for (long at : readTimes(channel)) {
            longest = at > sinceNanos ? Math.max(longest, at - last) : longest;
            last = Math.max(last, at);
        }
        return Duration.ofNanos(Math.max(longest, lab.lanes.clock().nanos() - last));
    }

    private InstrumentHealth health(int channel) {
        return lab.world.health().instruments().get(channel);
    }

    @Test
    void eachIsItselfAndIsReadAtItsPeriod() {
        chargeAll();
        long since = lab.lanes.clock().nanos();
        lab.run(Duration.ofSeconds(5));
        for (int channel = 0; channel < CHANNELS; channel++) {
            assertThat(health(channel).identity().orElseThrow().serial()).isEqualTo("SN-" + channel);
            assertThat(lab.cells.get(channel).told.getLast()).isEqualTo("amps 0.5");
            assertThat(longestGap(channel, since)).isLessThanOrEqualTo(Duration.ofMillis(101));
            assertThat(health(channel).figures().missedTicks()).isZero();
        }
        assertThat(lab.bus().lines).as("one port, opened once").hasSize(1);
    }

    @Test
    void whoAnswersIsReadAndGoesOnHoweverManyNeighboursAreSilent() {
        chargeAll();
        long since = lab.lanes.clock().nanos();
        silence();
        lab.run(Duration.ofSeconds(1));
        long known = lab.lanes.clock().nanos();
        lab.run(Duration.ofSeconds(60));
        for (int channel = SILENT; channel < CHANNELS; channel++) {
            assertThat(lab.phase(channel)).isEqualTo(Phase.RUNNING);
            assertThat(longestGap(channel, since)).as("all fall silent at once").isLessThan(Duration.ofMillis(750));
            assertThat(longestGap(channel, known))
                    .as("one silent neighbour at a time, 200 ms each, then its own period")
                    .isLessThan(Duration.ofMillis(350));
            assertThat(health(channel).figures().failures()).isZero();
        }
        for (int channel = 0; channel < SILENT; channel++) {
            assertThat(lab.phase(channel))
                    .as("wants to rest and cannot be told")
                    .isEqualTo(Phase.STOPPING);
        }
    }

    @Test
    void whoWasSilentIsMadeSafeAsSoonAsItIsHeardAndIsStillTheSame() {
        chargeAll();
        silence();
        lab.run(Duration.ofSeconds(20));
        assertThat(lab.cells.getFirst().amps()).isEqualTo(0.5);
        heal();
        lab.runUntil(Duration.ofSeconds(3), () -> lab.phase(0) == Phase.HELD && lab.phase(1) == Phase.HELD);
        assertThat(lab.cells.getFirst().amps()).isZero();
        assertThat(health(0).figures().connects()).isEqualTo(2);
        assertThat(lab.bus().lines).as("the line was never given up").hasSize(1);
    }

    @Test
    void makingSafeGoesAheadOfWhatWaitsForTheLine() {
        chargeAll();
        lab.cells.getFirst().faults.add(WiredCell.Fault.MUTE);
        int before = lab.bus().heard.size();
        while (lab.bus().heard.size() == before || !lab.bus().heard.getLast().equals("a read")) {
            lab.run(Duration.ofMillis(10));
        }
        lab.run(Duration.ofMillis(110));
        assertThat(lab.bus().heard)
                .last()
                .as("its exchange lasts, the others' readings wait")
                .isEqualTo("a read");
        int waited = lab.bus().heard.size();
        lab.ask(CHANNELS - 1, Event.Request.HOLD);
        lab.run(Duration.ofMillis(300));
        assertThat(lab.bus().heard.subList(waited, lab.bus().heard.size()))
                .startsWith("e off")
                .contains("b read");
        assertThat(lab.cells.getLast().amps()).isZero();
    }

    @Test
    void anotherInstrumentUnderTheSameAddressIsToldNothing() {
        chargeAll();
        WiredCell stranger =
                new WiredCell("SN-9", lab.lanes.lane(WiredBus.ADDRESS).host().clock(), 3.0);
        silence();
        lab.run(Duration.ofSeconds(3));
        lab.bus().swap(0, stranger);
        lab.run(Duration.ofSeconds(40));
        assertThat(stranger.told).isEmpty();
        assertThat(health(0).lastFailure()).contains("SN-9").contains("SN-0");
        assertThat(health(0).ready()).isFalse();
        assertThat(lab.phase(CHANNELS - 1)).isEqualTo(Phase.RUNNING);
    }

    @Test
    void aLineThatIsCutIsALossForAllAndIsOpenedOnceAgain() {
        chargeAll();
        lab.bus().lines.getFirst().cut();
        lab.runUntil(Duration.ofSeconds(10), () -> {
            boolean held = true;
            for (int channel = 0; channel < CHANNELS; channel++) {
                held &= lab.phase(channel) == Phase.HELD;
            }
            return held;
        });
        assertThat(lab.bus().lines).hasSize(2);
        assertThat(lab.cells).allSatisfy(cell -> assertThat(cell.amps()).isZero());
        for (int channel = 0; channel < CHANNELS; channel++) {
            assertThat(health(channel).identity().orElseThrow().serial()).isEqualTo("SN-" + channel);
        }
    }
}
