package cellwright.lab;

import cellwright.engine.Event;
import cellwright.engine.EventLog;
import cellwright.journal.JournalWriter;

/**
 * The journal of a rehearsal: the same events and the same calls as in a real laboratory, but not each command waits for
 * the disk. A crash takes the simulated cell along with the program, so there is no intent to find again; what is on disk
 * is whole up to some instant, and the run can be made again to the byte. Conductor's thread.
 *
 * <p>The journal is synced when a frame is full, at every sixteenth command, and at the end.
 */
final class RehearsalLog implements EventLog {
    private static final int COMMANDS_A_SYNC = 16;

    private final JournalWriter journal;
    private int commands;

    RehearsalLog(JournalWriter journal) {
        this.journal = journal;
    }

    @Override
    public void append(int channel, Event event) throws LogFailure {
        journal.append(channel, event);
    }

    @Override
    public void commit() throws LogFailure {
        commands++;
        if (commands % COMMANDS_A_SYNC == 0) {
            journal.commit();
        }
    }
}
