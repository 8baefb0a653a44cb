package cellwright.testkit;

/**
 * A connection that a driver's library makes by itself, past {@link FakeHost#link}: a relay between driver and emulated
 * instrument that counts what is open and can spoil it.
 */
public interface OwnLine {
    /** From now on every connection is gone and none can be made. */
    void cut();

    /** From now on bytes vanish and nothing is heard. */
    void silence();

    /** How many connections were made so far. */
    int made();

    /** How many of them are open; one that is just closing may be waited for. */
    int open();
}
