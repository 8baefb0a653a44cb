package cellwright.mark10;

import cellwright.instrument.Driver;
import cellwright.simulator.emulator.mark10.EmulatedMark10;
import cellwright.simulator.emulator.mark10.ShownUnit;
import cellwright.testkit.SessionContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Sessions with a gauge of 10 kN. */
final class Mark10SessionTest implements SessionContract<EmulatedMark10> {
    @Override
    public Driver driver() {
        return new Mark10Driver();
    }

    @Override
    public List<String> byHand() {
        return List.of("published-lines");
    }

    private static Scenario<EmulatedMark10> scenario(
            String name,
            String story,
            Map<String, String> settings,
            UnaryOperator<EmulatedMark10> gauge,
            Play<EmulatedMark10> play) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putIfAbsent("capacity", "10000");
        return new Scenario<>(
                name, story, all, clock -> gauge.apply(new EmulatedMark10(10_000, 2000, clock.nanos())), play);
    }

    @Override
    public List<Scenario<EmulatedMark10>> scenarios() {
        return List.of(
                scenario(
                        "pressure",
                        "Force in newton and the pressure on 78.54 mm2, while the press goes from 2 kN to 4 kN.",
                        Map.of("area", "78.54", "tare", "12.5"),
                        gauge -> gauge,
                        (gauge, emulated, clock, tale) -> {
                            tale.read(gauge);
                            emulated.press(4000, clock.nanos());
                            clock.advance(Duration.ofSeconds(2));
                            tale.read(gauge);
                            clock.advance(Duration.ofMinutes(1));
                            tale.read(gauge);
                        }),
                scenario(
                        "negative",
                        "A gauge that shows pounds, and compression below 0.",
                        Map.of("compression", "negative"),
                        gauge -> gauge.shows(ShownUnit.LBF).compressionNegative(),
                        (gauge, emulated, clock, tale) -> tale.read(gauge)),
                scenario(
                        "overload",
                        "The force goes beyond the capacity.",
                        Map.of("area", "100"),
                        gauge -> gauge,
                        (gauge, emulated, clock, tale) -> {
                            emulated.press(10_050, clock.nanos());
                            clock.advance(Duration.ofMinutes(1));
                            tale.read(gauge);
                        }),
                scenario(
                        "other-unit",
                        "Somebody changes the unit, and sets it back.",
                        Map.of(),
                        gauge -> gauge,
                        (gauge, emulated, clock, tale) -> {
                            tale.read(gauge);
                            emulated.shows(ShownUnit.KGF);
                            tale.read(gauge);
                            emulated.shows(ShownUnit.N);
                            tale.read(gauge);
                        }),
                scenario(
                        "late",
                        "An answer comes late and is not taken for the next; then nobody answers for a while.",
                        Map.of(),
                        gauge -> gauge,
                        (gauge, emulated, clock, tale) -> {
                            emulated.mischief().delay(600_000_000L);
                            tale.read(gauge);
                            emulated.mischief().delay(0);
                            clock.advance(Duration.ofMillis(50));
                            tale.read(gauge);
                            emulated.mischief().silence(true);
                            tale.read(gauge);
                            tale.read(gauge);
                            tale.read(gauge);
                            emulated.mischief().silence(false);
                            clock.advance(Duration.ofSeconds(10));
                            tale.read(gauge);
                        }),
                scenario(
                        "swapped",
                        "The cable comes out and goes back into another gauge.",
                        Map.of(),
                        gauge -> gauge,
                        (gauge, emulated, clock, tale) -> {
                            emulated.mischief().drop(1);
                            tale.read(gauge);
                            emulated.serial("SIM0011");
                            tale.read(gauge);
                            tale.read(gauge);
                        }),
                scenario(
                        "old-firmware",
                        "A gauge that cannot list its settings is used all the same.",
                        Map.of(),
                        EmulatedMark10::old,
                        (gauge, emulated, clock, tale) -> tale.read(gauge)),
                scenario(
                        "unasked",
                        "A gauge that sends readings by itself is refused.",
                        Map.of(),
                        gauge -> gauge.unasked(20),
                        (gauge, emulated, clock, tale) -> tale.read(gauge)),
                scenario(
                        "no-unit",
                        "A gauge that leaves the unit away is refused.",
                        Map.of(),
                        gauge -> gauge.unitsHidden(true),
                        (gauge, emulated, clock, tale) -> tale.read(gauge)),
                scenario(
                        "published-lines",
                        "",
                        Map.of("compression", "negative", "capacity", "500"),
                        gauge -> gauge,
                        (gauge, emulated, clock, tale) -> tale.read(gauge)));
    }
}
