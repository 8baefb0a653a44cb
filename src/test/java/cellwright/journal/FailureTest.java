package cellwright.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.Journals.Entry;
import cellwright.journal.Journals.Read;
import cellwright.journal.SimDisk.Survival;
import cellwright.journal.SimDisk.Survival.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes, forces and power that fail at every point: acknowledged records are there, in order, once; none is invented. */
class FailureTest {
    private static final JournalSizes TINY = new JournalSizes(700, 5, 1024);
    private static final List<Entry> ENTRIES = Journals.run(40, 31);

    /** How far a session came. */
    private static final class Session {
        private long acknowledged;
        private long appended;
        private boolean failed;
        private final List<Poisoned> alarms = new ArrayList<>();

        Session(long before) {
            acknowledged = before;
            appended = before;
        }

        void write(SimDisk disk, int until) {
            try {
                JournalWriter writer = JournalWriter.open(disk, Journals.DIRECTORY, TINY, alarms::add);
                for (Entry entry : ENTRIES.subList((int) appended, until)) {
                    appended++;
                    writer.append(entry.channel(), entry.event());
                    acknowledged = writer.durableSequence();
                    if (appended % 3 == 0) {
                        writer.commit();
                        acknowledged = writer.durableSequence();
                    }
                }
                writer.close();
                acknowledged = appended;
            } catch (LogFailure e) {
                failed = true;
            } catch (SimDisk.PowerCut e) {
                return;
            }
        }
    }

    private static int requireKept(SimDisk disk, Session session, String where) throws Exception {
        Read read = Journals.read(disk);
        assertThat(read.entries())
                .as(where)
                .isEqualTo(ENTRIES.subList(0, read.entries().size()));
        assertThat((long) read.entries().size()).as(where).isBetween(session.acknowledged, session.appended);
        assertThat(read.findings()).as(where).allMatch(FailureTest::losesNothing);
        return read.entries().size();
    }

    private static boolean losesNothing(Finding finding) {
        return finding instanceof Finding.TornTail || finding.harmless();
    }

    /** What is found can be continued, and then reads as if nothing had been. */
    private static void requireContinued(SimDisk disk, int count, String where) throws Exception {
        Session next = new Session(count);
        next.write(disk, ENTRIES.size());
        Read read = Journals.read(disk);
        assertThat(read.entries()).as(where).isEqualTo(ENTRIES);
        assertThat(read.findings()).as(where).allMatch(Finding::harmless);
    }

    @Test
    void anyWriteThatFailsOnceCostsNothing() throws Exception {
        int writes = counted().writes();
        for (int n = 1; n < writes; n++) {
            failing(n, true, false);
        }
    }

    @Test
    void anyForceThatFailsOnceCostsNothing() throws Exception {
        int forces = counted().forces();
        for (int n = 1; n < forces; n++) {
            failing(n, false, false);
        }
    }

    @Test
    void whenWritesFailForEverTheAcknowledgedIsKept() throws Exception {
        int writes = counted().writes();
        for (int n = 1; n < writes; n++) {
            failing(n, true, true);
        }
    }

    @Test
    void whenForcesFailForEverTheAcknowledgedIsKept() throws Exception {
        int forces = counted().forces();
        for (int n = 1; n < forces; n++) {
            failing(n, false, true);
        }
    }

    private static SimDisk counted() {
        SimDisk disk = new SimDisk();
        new Session(0).write(disk, ENTRIES.size());
        return disk;
    }

    private static void failing(int n, boolean write, boolean always) throws Exception {
        String where = (write ? "write " : "force ") + n;
        for (Survival survival : survivals(0)) {
            SimDisk disk = new SimDisk();
            if (write) {
                disk.failWrite(n, always);
            } else {
                disk.failForce(n, always);
            }
            Session session = new Session(0);
            session.write(disk, ENTRIES.size());
            if (n > 2) {
                assertThat(session.failed).as(where).isEqualTo(always);
                assertThat(session.alarms).as(where).hasSize(1);
            }
            requireKept(disk, session, where);
            SimDisk found = disk.afterPowerCut(survival);
            requireContinued(found, requireKept(found, session, where + " " + survival), where + " " + survival);
        }
    }

    @Test
    void aFullDiskIsALogFailureThatSaysWhatToDo() throws Exception {
        SimDisk disk = new SimDisk();
        try (JournalWriter writer = JournalWriter.open(disk, Journals.DIRECTORY, TINY, alarm -> {})) {
            writer.append(0, ENTRIES.getFirst().event());
            writer.commit();
            disk.leaveRoom(20);
            writer.append(0, ENTRIES.get(1).event());
            assertThatThrownBy(writer::commit)
                    .isInstanceOf(LogFailure.class)
                    .hasMessageContaining("/journal")
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("records up to 1 are safe");
            assertThatThrownBy(() -> writer.append(0, ENTRIES.get(1).event())).isInstanceOf(LogFailure.class);
            assertThatThrownBy(writer::commit).isInstanceOf(LogFailure.class);
        }
        assertThat(Journals.read(disk).entries().getFirst().event())
                .isEqualTo(ENTRIES.getFirst().event());
        disk.leaveRoom(Long.MAX_VALUE);
        Journals.write(disk, TINY, ENTRIES.subList(0, 3), 1);
    }

    @Test
    void thePoisonedSegmentIsReportedAndItsRecordsGoOnInTheNext() throws Exception {
        SimDisk disk = new SimDisk();
        List<Poisoned> alarms = new ArrayList<>();
        try (JournalWriter writer = JournalWriter.open(disk, Journals.DIRECTORY, TINY, alarms::add)) {
            writer.append(0, Journals.reading(1, 0));
            writer.commit();
            writer.append(1, Journals.reading(2, 0));
            disk.failForce(disk.forces(), false);
            writer.commit();
            assertThat(writer.segment()).isEqualTo(2);
            writer.append(1, Journals.reading(3, 0));
        }
        assertThat(alarms).hasSize(1);
        Poisoned alarm = alarms.getFirst();
        assertThat(alarm.segment()).isEqualTo(1);
        assertThat(alarm.fromSequence()).isEqualTo(2);
        assertThat(alarm.message()).contains("journal-000001.cwj", "Input/output error");
        Read read = Journals.read(disk);
        assertThat(read.sequences()).containsExactly(1L, 2L, 3L);
        assertThat(read.findings()).containsExactly(new Finding.Repeated(1, alarm.goodBytes(), 2, true));
        disk.remove(Journals.segment(1));
        assertThat(Journals.read(disk).entries()).hasSize(2);
    }

    @Test
    void whereverThePowerGoesTheAcknowledgedIsFound() throws Exception {
        int operations = counted().operations();
        for (int operation = 0; operation < operations; operation++) {
            SimDisk disk = new SimDisk();
            disk.cutPowerAt(operation);
            Session session = new Session(0);
            session.write(disk, ENTRIES.size());
            for (Survival survival : survivals(disk.mostUnforced())) {
                String where = "operation " + operation + " " + survival;
                SimDisk found = disk.afterPowerCut(survival);
                requireContinued(found, requireKept(found, session, where), where);
            }
        }
    }

    @Test
    void powerMayGoAgainWhileTheTailIsMended() throws Exception {
        SimDisk first = new SimDisk();
        Session session = new Session(0);
        first.cutPowerAt(60);
        session.write(first, ENTRIES.size());
        for (Survival torn : survivals(first.mostUnforced())) {
            SimDisk template = first.afterPowerCut(torn);
            int kept = requireKept(template, session, "first cut " + torn);
            for (int operation = 0; operation < 25; operation++) {
                SimDisk second = first.afterPowerCut(torn);
                second.cutPowerAt(operation);
                Session again = new Session(kept);
                again.write(second, ENTRIES.size());
                for (Survival survival : survivals(0)) {
                    String where = torn + " operation " + operation + " " + survival;
                    SimDisk found = second.afterPowerCut(survival);
                    requireContinued(found, requireKept(found, again, where), where);
                }
            }
        }
    }

    @Test
    void powerMayGoAfterAFailedForce() throws Exception {
        int forces = counted().forces();
        for (int force = 3; force < forces; force += 2) {
            SimDisk probe = new SimDisk();
            probe.failForce(force, false);
            new Session(0).write(probe, ENTRIES.size());
            for (int operation = 3 * force; operation < Math.min(3 * force + 40, probe.operations()); operation++) {
                SimDisk disk = new SimDisk();
                disk.failForce(force, false);
                disk.cutPowerAt(operation);
                Session session = new Session(0);
                session.write(disk, ENTRIES.size());
                for (Survival survival : survivals(disk.mostUnforced() / 8)) {
                    String where = "force " + force + " operation " + operation + " " + survival;
                    SimDisk found = disk.afterPowerCut(survival);
                    requireContinued(found, requireKept(found, session, where), where);
                }
            }
        }
    }

    private static List<Survival> survivals(int atStake) {
        List<Survival> survivals = new ArrayList<>();
        for (boolean names : new boolean[] {true, false}) {
            survivals.add(new Survival(Bytes.LOST, 0, names));
            survivals.add(new Survival(Bytes.KEPT, 0, names));
            survivals.add(new Survival(Bytes.ZEROED, 0, names));
        }
        for (int torn = 1; torn < atStake; torn += 3) {
            survivals.add(new Survival(Bytes.TORN, torn, true));
            survivals.add(new Survival(Bytes.HOLED, torn, true));
        }
        return survivals;
    }
}
