package cellwright.simulator.emulator.opcua;

/** A value a controller holds until another is written. Any thread. */
final class Held<T> {
    private volatile T value;

    Held(T first) {
        value = first;
    }

    T get() {
        return value;
    }

    void set(T next) {
        value = next;
    }
}
