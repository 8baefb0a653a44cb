package cellwright.world.real;

import cellwright.instrument.Reading;
import java.util.Optional;

/** A channel that has an instrument: told what comes of it. The world's thread. */
interface Guest {
    /** It is there; {@code found} is what it read before it was told anything. */
    void connected(Berth berth, Traits traits, Optional<Reading> found);

    /** It was read. */
    void read(Berth berth, Reading reading);

    /** It failed; in words, with the instrument's name. */
    void failed(Berth berth, long atNanos, String message);
}
