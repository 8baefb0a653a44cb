package cellwright.instrument;

import java.nio.file.Path;

/** What the house lends a driver, so that no driver opens a port or reads a clock by itself. */
public interface Host {
    /** The monotonic clock by which readings are stamped. */
    NanoClock clock();

    /**
     * Opens a link by its address, for example {@code serial:/dev/serial/by-id/usb-x?baud=230400} or
     * {@code tcp:192.0.2.7:502}.
     *
     * @throws InstrumentException with kind {@code LOST} if the address cannot be opened
     */
    Link link(String address) throws InstrumentException;

    /**
     * A file or folder that a setting names: a register map, a key, a trust list. What is not absolute lies beside the
     * configuration; by default in the folder the program was started in.
     *
     * @param written as it stands in the setting
     */
    default Path file(String written) {
        return Path.of(written);
    }
}
