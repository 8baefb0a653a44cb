package cellwright.simulator.emulator.palmsens;

import cellwright.simulator.emulator.Tricks;
import cellwright.simulator.emulator.line.DriveMischief;
import java.util.OptionalInt;

/** How an emulated instrument misbehaves; not at all by default. Mutable, one thread. */
public final class Mischief extends DriveMischief {
    private String serial;
    private boolean relayDead;
    private OptionalInt error = OptionalInt.empty();

    Mischief(String serial) {
        this.serial = serial;
    }

    /** From now on it gives another serial number, as a swapped cable would. */
    public Mischief serial(String other) {
        serial = other;
        return this;
    }

    /** The running script breaks off with an error at its next turn; the cell stays as it is. */
    public Mischief fail(int code) {
        error = OptionalInt.of(code);
        return this;
    }

    /** From now on, or no longer, it acknowledges {@code cell_on} and leaves the relay as it is. */
    public Mischief killRelay(boolean now) {
        relayDead = now;
        return this;
    }

    @Override
    public Tricks tricks() {
        return super.tricks()
                .toggle("dead-relay", "says that the cell is on and leaves it off", this::killRelay)
                .count("fail", "breaks its script off with an error of this number", this::fail)
                .word("serial", "tells another serial number, as after a swapped cable", this::serial);
    }

    boolean relayDead() {
        return relayDead;
    }

    String serial() {
        return serial;
    }

    OptionalInt takeError() {
        OptionalInt taken = error;
        error = OptionalInt.empty();
        return taken;
    }
}
