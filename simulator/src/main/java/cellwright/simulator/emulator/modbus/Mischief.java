package cellwright.simulator.emulator.modbus;

import java.util.function.UnaryOperator;

/** How an emulated device misbehaves; nothing by default. Mutable, one thread. */
public final class Mischief {
    private boolean silent;
    private boolean deafToWrites;
    private boolean echo;
    private int refusals;
    private int refusal;
    private int lost;
    private int spoiled;
    private UnaryOperator<byte[]> spoiling = UnaryOperator.identity();
    private long delayNanos;
    private int unitShift;
    private int transactionShift;

    Mischief() {}

    /** From now on, or no longer, it neither hears nor says anything. */
    public Mischief silent(boolean now) {
        silent = now;
        return this;
    }

    /** From now on, or no longer, it acknowledges every write and does nothing. */
    public Mischief ignoreWrites(boolean now) {
        deafToWrites = now;
        return this;
    }

    /** From now on, or no longer, the line gives back what is sent before the answer, as some two-wire adapters do. */
    public Mischief echo(boolean now) {
        echo = now;
        return this;
    }

    /** The next requests are refused with an exception code, and not carried out. */
    public Mischief refuse(int times, int code) {
        refusals = times;
        refusal = code;
        return this;
    }

    /** The next answers are lost; the requests are carried out. */
    public Mischief lose(int answers) {
        lost = answers;
        return this;
    }

    /** The next answers, frames and all, are changed. */
    public Mischief spoil(int answers, UnaryOperator<byte[]> how) {
        spoiled = answers;
        spoiling = how;
        return this;
    }

    /** The checksums of the next answers are wrong; on TCP the last byte of what they say. */
    public Mischief spoilChecksum(int answers) {
        return spoil(answers, frame -> {
            byte[] wrong = frame.clone();
            wrong[wrong.length - 1] ^= 0x5A;
            return wrong;
        });
    }

    /** From now on everything is said so much later. */
    public Mischief delay(long nanos) {
        delayNanos = nanos;
        return this;
    }

    /** From now on it answers with an address that lies so much higher. */
    public Mischief shiftUnit(int by) {
        unitShift = by;
        return this;
    }

    /** From now on its TCP answers carry a number that lies so much higher. */
    public Mischief shiftTransaction(int by) {
        transactionShift = by;
        return this;
    }

    boolean isSilent() {
        return silent;
    }

    boolean ignoresWrites() {
        return deafToWrites;
    }

    boolean echoes() {
        return echo;
    }

    long delayNanos() {
        return delayNanos;
    }

    int unitShift() {
        return unitShift;
    }

    int transactionShift() {
        return transactionShift;
    }

    /** The code to refuse the present request with; 0 for none. */
    int takeRefusal() {
        if (refusals == 0) {
            return 0;
        }
        refusals--;
        return refusal;
    }

    /** What becomes of an answer on its way; empty if it is lost. */
    byte[] onTheWay(byte[] frame) {
        if (lost > 0) {
            lost--;
            return new byte[0];
        }
        if (spoiled > 0) {
            spoiled--;
            return spoiling.apply(frame);
        }
        return frame;
    }
}
