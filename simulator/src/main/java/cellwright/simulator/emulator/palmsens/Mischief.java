package cellwright.simulator.emulator.palmsens;

import cellwright.simulator.emulator.Tricks;
import cellwright.simulator.emulator.line.DriveMischief;
import java.util.OptionalInt;

/** How an emulated instrument misbehaves; not at all by default. Mutable, one thread. */
public final class Mischief extends DriveMischief {
    private String serial;
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

    @Override
    public Tricks tricks() {
        return super.tricks()
                .count("fail", "breaks its script off with an error of this number", this::fail)
                .word("serial", "tells another serial number, as after a swapped cable", this::serial);
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
