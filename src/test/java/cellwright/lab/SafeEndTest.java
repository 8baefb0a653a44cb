package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Cause;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.EventLog;
import cellwright.engine.EventLog.LogFailure;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Ramp;
import cellwright.instrument.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a run ends, the cell is at rest, the folder is sealed, and the reason has a name. */
final class SafeEndTest {
    private static final String LIMITS = "voltage: 2.7..4.4 V";
    private static final long HOUR = 3_600_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void aLimitEndsTheRunAtRest() throws IOException, LogFailure {
        Prepared prepared = prepared(LIMITS, "- { charge: 1C, until: capacity >= 3 mAh, at most: 5 h }");
        Rehearsal.Outcome outcome = House.run(prepared, folder.resolve("run"));
        assertThat(outcome.cause().kind()).isEqualTo(Cause.Kind.LIMIT);
        assertThat(outcome.cause().message()).contains("voltage", "3.778");
        atRestAndSealed(prepared, "outcome: limit");
    }

    @Test
    void theCellsEnvelopeEndsTheRunAtRest() throws IOException, LogFailure {
        Path cell = folder.resolve("cell.yaml");
        Files.writeString(cell, Files.readString(House.CELL).replace("pressure: 0..400 MPa", "pressure: 0..100 MPa"));
        Path protocol = House.written(folder, LIMITS, "- { rest: 10 min }");
        Prepared prepared = House.prepared(protocol, cell, Map.of(), 0);
        instrument(() -> prepared.mounted().rig().regulator().setpoint(Signal.PRESSURE, 200e6, FASTEST));
        Rehearsal.Outcome outcome = House.run(prepared, folder.resolve("run"));
        assertThat(outcome.cause().kind()).isEqualTo(Cause.Kind.ENVELOPE);
        assertThat(outcome.cause().message()).contains("pressure");
        atRestAndSealed(prepared, "outcome: envelope");
    }

    @Test
    void aStepThatIsLateEndsTheRunAtRest() throws IOException, LogFailure {
        Prepared prepared =
                prepared(LIMITS, "- { charge: C/5, until: voltage >= 4.3 V, at most: 10 min, when late: stop }");
        assertThat(House.run(prepared, folder.resolve("run")).cause().kind()).isEqualTo(Cause.Kind.LATE);
        atRestAndSealed(prepared, "outcome: late");
    }

    @Test
    void aCellThatLeavesItsModelHasFailedByName() throws IOException, LogFailure {
        Path cell = folder.resolve("cell.yaml");
        Files.writeString(
                cell,
                Files.readString(House.warmCell(folder)).replace("2.6..4.9 V vs Li+/Li", "-2.0..4.9 V vs Li+/Li"));
        Path protocol = House.written(
                folder, "voltage: -2.0..4.9 V", "- { discharge: 1C, until: capacity >= 5 mAh, at most: 9 h }");
        Prepared prepared = House.prepared(protocol, cell, Map.of(), 0);
        Rehearsal.Outcome outcome = House.run(prepared, folder.resolve("run"));
        assertThat(outcome.cause().kind()).isEqualTo(Cause.Kind.FAILURE);
        assertThat(outcome.cause().message()).contains("left its model");
        atRestAndSealed(prepared, "outcome: failure");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 5, 50, 300})
    void aStopThatIsAskedForEndsTheRunAtRest(long after) throws IOException, LogFailure {
        Prepared prepared = House.prepared("cccv-basic", Map.of("cycles", "1"));
        Rehearsal.Outcome outcome =
                VirtualRun.run(prepared, folder.resolve("run"), House.START, House.START, new House.Silent(after));
        assertThat(outcome.cause()).isEqualTo(new Cause(Cause.Kind.ASKED, "stopped by the keyboard"));
        atRestAndSealed(prepared, "outcome: asked");
    }

    @Test
    void aRigThatDiesEndsAsAFailureAfterAWhile() throws IOException, LogFailure {
        Rehearsal.Outcome outcome = House.run(faulty(FaultyRig.Fault.DEAD), folder.resolve("run"));
        assertThat(outcome.cause().kind()).isEqualTo(Cause.Kind.FAILURE);
        assertThat(outcome.cause().message()).contains("could not be brought to rest", "no answer");
        assertThat(outcome.alarms()).hasSizeLessThan(200);
        assertThat(folder.resolve("run/outcome.yaml")).content().contains("outcome: failure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANNOT_BE_MADE_SAFE", "RELAY_STICKS"})
    void aCellThatDoesNotComeToRestIsTriedOftenButNotForever(String fault) throws IOException, LogFailure {
        Rehearsal.Outcome outcome = House.run(faulty(FaultyRig.Fault.valueOf(fault)), folder.resolve("run"));
        assertThat(outcome.cause().kind()).isEqualTo(Cause.Kind.FAILURE);
        assertThat(outcome.cause().message()).contains("could not be brought to rest");
        assertThat(outcome.alarms().stream().map(Effect.Alarm::urgency)).contains(Effect.Urgency.CRITICAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 400})
    void aJournalThatCannotBeWrittenBringsTheCellToRest(int atEvent) {
        Prepared prepared = House.prepared("cccv-basic", Map.of("cycles", "1"));
        Rehearsal.Outcome outcome =
                new Rehearsal(prepared, new FullDisk(atEvent), new House.Silent()).run("run", House.START);
        assertThat(outcome.cause()).isEqualTo(new Cause(Cause.Kind.FAILURE, "the disk is full"));
        assertThat(amps(prepared)).isZero();
    }

    @Test
    void nothingIsDrivenOnceTheJournalHasFailed() {
        Prepared prepared = House.prepared("cccv-basic", Map.of("cycles", "1"));
        FullDisk log = new FullDisk(400);
        Rehearsal.Outcome outcome = new Rehearsal(prepared, log, new House.Silent()).run("run", House.START);
        assertThat(outcome.virtualNanos() - log.failedAtNanos).isLessThan(1_000_000_000L);
    }

    private Prepared faulty(FaultyRig.Fault fault) throws IOException {
        Prepared sound = prepared(LIMITS, "- { charge: C/5, until: voltage >= 4.3 V, at most: 2 h }");
        return FaultyRig.in(sound, fault, HOUR);
    }

    private Prepared prepared(String limits, String steps) throws IOException {
        return House.prepared(House.written(folder, limits, steps), House.warmCell(folder), Map.of(), 0);
    }

    private void atRestAndSealed(Prepared prepared, String outcome) throws IOException {
        assertThat(amps(prepared)).as("current at the end").isZero();
        assertThat(folder.resolve("run/outcome.yaml")).content().contains(outcome);
        assertThat(folder.resolve("run/cycles.csv")).exists();
        RunAudit audit = House.audit(folder.resolve("run"));
        assertThat(audit.ok()).as("verified: %s", audit).isTrue();
    }

    private static double amps(Prepared prepared) {
        double[] amps = {Double.NaN};
        instrument(() -> amps[0] = prepared.mounted().rig().foresight().read().value(Signal.CURRENT));
        return amps[0];
    }

    private static final Ramp FASTEST = Ramp.FASTEST;

    private static void instrument(Talk talk) {
        try {
            talk.talk();
        } catch (InstrumentException failure) {
            throw new AssertionError(failure);
        }
    }

    private interface Talk {
        void talk() throws InstrumentException;
    }

    /** A log that fails at an event, and from then on. */
    private static final class FullDisk implements EventLog {
        private final int lastGood;
        private int events;
        private long failedAtNanos;

        FullDisk(int failsAt) {
            this.lastGood = failsAt - 1;
        }

        @Override
        public void append(int channel, Event event) throws LogFailure {
            events++;
            if (events > lastGood) {
                failedAtNanos = failedAtNanos == 0 ? event.atNanos() : failedAtNanos;
                throw new LogFailure("the disk is full", new IOException("no space left on device"));
            }
        }

        @Override
        public void commit() throws LogFailure {
            if (events > lastGood) {
                throw new LogFailure("the disk is full", new IOException("no space left on device"));
            }
        }
    }
}
