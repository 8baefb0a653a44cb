package cellwright.world.real;

import cellwright.instrument.Identity;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How it stands with an instrument.
 *
 * @param name as configured
 * @param ready whether it is connected
 * @param identity who it said it is when it was last connected
 * @param figures counts since the program began
 * @param ageNanos age of its latest reading, if there is one since it was connected
 * @param lastFailure the last failure in words; empty if there was none
 */
public record InstrumentHealth(
        String name,
        boolean ready,
        Optional<Identity> identity,
        LinkFigures figures,
        OptionalLong ageNanos,
        String lastFailure) {}
