package cellwright.testkit;

import java.util.function.LongSupplier;

/**
 * An emulated instrument at the far end of a link that takes its time: bytes come and go with the instants at which they
 * do, given by the link and never running backwards.
 */
public interface TimedDevice {
    /** Bytes from the host. */
    void receive(byte[] bytes, long atNanos);

    /** What it has said up to an instant and was not fetched yet. */
    byte[] fetch(long atNanos);

    /** When it will say something next by itself; {@link Long#MAX_VALUE} if it has nothing to say. */
    long nextNanos();

    /** An emulated instrument that knows nothing of this interface. */
    static TimedDevice of(Hearing hearing, Saying saying, LongSupplier next) {
        return new TimedDevice() {
            @Override
            public void receive(byte[] bytes, long atNanos) {
                hearing.receive(bytes, atNanos);
            }

            @Override
            public byte[] fetch(long atNanos) {
                return saying.fetch(atNanos);
            }

            @Override
            public long nextNanos() {
                return next.getAsLong();
            }
        };
    }

    /** How it hears. */
    @FunctionalInterface
    interface Hearing {
        /** Bytes from the host. */
        void receive(byte[] bytes, long atNanos);
    }

    /** How it speaks. */
    @FunctionalInterface
    interface Saying {
        /** What it has said up to an instant and was not fetched yet. */
        byte[] fetch(long atNanos);
    }
}
