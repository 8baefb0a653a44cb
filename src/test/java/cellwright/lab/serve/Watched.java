package cellwright.lab.serve;

import cellwright.instrument.NanoClock;
import cellwright.world.real.InstrumentHealth;
import cellwright.world.real.RealWorld;
import java.util.function.BooleanSupplier;

/** A laboratory by the clock that is read and drives nothing. */
record Watched(RealWorld world, NanoClock clock) {
    private static final long STEP_NANOS = 50_000_000L;

    void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            world.poll(clock.nanos() + STEP_NANOS);
        }
    }

    InstrumentHealth health(String name) {
        return world.health().instruments().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    void more(String name, int readings) {
        long before = health(name).figures().readings();
        until(() -> health(name).figures().readings() >= before + readings);
    }
}
