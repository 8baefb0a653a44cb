package cellwright.ascii2;

import cellwright.instrument.Driver;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Ramp;
import cellwright.instrument.Signal;
import cellwright.simulator.emulator.ascii2.ChamberProfile;
import cellwright.simulator.emulator.ascii2.EmulatedChamber;
import cellwright.testkit.SessionContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sessions with chambers that stand at 25 degrees Celsius. */
final class Ascii2SessionTest implements SessionContract<EmulatedChamber> {
    @Override
    public Driver driver() {
        return new Ascii2Driver();
    }

    @Override
    public List<String> byHand() {
        return List.of("published-lines");
    }

    private static Scenario<EmulatedChamber> scenario(
            String name, String story, Map<String, String> more, ChamberProfile profile, Play<EmulatedChamber> play) {
        Map<String, String> settings = new TreeMap<>(Map.of("lowest", "-40", "highest", "80"));
        settings.putAll(more);
        return new Scenario<>(name, story, settings, clock -> new EmulatedChamber(profile, 25, clock.nanos()), play);
    }

    private static void set(Instrument instrument, double celsius, Ramp ramp) throws InstrumentException {
        ((ClimateChamber) instrument).setpoint(Signal.TEMPERATURE, celsius + 273.15, ramp);
    }

    @Override
    public List<Scenario<EmulatedChamber>> scenarios() {
        return List.of(
                scenario(
                        "setpoint",
                        "A Vc3 is switched on and sent to 50 degrees; a custom output and the fan stay as they were.",
                        Map.of(),
                        ChamberProfile.VC3,
                        (chamber, emulated, clock, tale) -> {
                            emulated.channel(3, true, clock.nanos());
                            tale.read(chamber);
                            tale.tell(() -> set(chamber, 50, Ramp.FASTEST));
                            clock.advance(Duration.ofMinutes(5));
                            tale.read(chamber);
                            clock.advance(Duration.ofHours(2));
                            tale.read(chamber);
                            tale.tell(chamber::makeSafe);
                        }),
                scenario(
                        "ramp",
                        "Up with 1 K/min, then down as fast as it can.",
                        Map.of(),
                        ChamberProfile.DYNAMIC,
                        (chamber, emulated, clock, tale) -> {
                            tale.tell(() -> set(chamber, 60, new Ramp(1.0 / 60)));
                            clock.advance(Duration.ofMinutes(10));
                            tale.read(chamber);
                            tale.tell(() -> set(chamber, -20.04, Ramp.FASTEST));
                            clock.advance(Duration.ofMinutes(10));
                            tale.read(chamber);
                        }),
                scenario(
                        "beyond",
                        "What lies beyond the envelope is refused unsent.",
                        Map.of(),
                        ChamberProfile.DYNAMIC,
                        (chamber, emulated, clock, tale) -> {
                            tale.tell(() -> set(chamber, 80.1, Ramp.FASTEST));
                            tale.tell(() -> set(chamber, 30, new Ramp(1e-3)));
                        }),
                scenario(
                        "disobeys",
                        "A command is acknowledged and not followed; it is looked for, and not sent again.",
                        Map.of(),
                        ChamberProfile.DYNAMIC,
                        (chamber, emulated, clock, tale) -> {
                            emulated.disobeys(true);
                            tale.tell(() -> set(chamber, 50, Ramp.FASTEST));
                            tale.read(chamber);
                        }),
                scenario(
                        "limiter",
                        "The chamber's own limiter switches it off: told once, left as it is.",
                        Map.of(),
                        ChamberProfile.DYNAMIC,
                        (chamber, emulated, clock, tale) -> {
                            tale.tell(() -> set(chamber, 50, Ramp.FASTEST));
                            emulated.channel(1, false, clock.nanos());
                            tale.read(chamber);
                            tale.read(chamber);
                        }),
                scenario(
                        "panel",
                        "Somebody turns the set-point at the panel: told once, left as it is.",
                        Map.of(),
                        ChamberProfile.DYNAMIC,
                        (chamber, emulated, clock, tale) -> {
                            tale.tell(() -> set(chamber, 50, Ramp.FASTEST));
                            emulated.panel("CV01", 45, clock.nanos());
                            tale.read(chamber);
                            tale.read(chamber);
                        }),
                scenario(
                        "left-to-people",
                        "Where switching on is left to people, a chamber that is off is told nothing.",
                        Map.of("start", "panel"),
                        ChamberProfile.DYNAMIC,
                        (chamber, emulated, clock, tale) -> tale.tell(() -> set(chamber, 50, Ramp.FASTEST))),
                scenario(
                        "no-gradients",
                        "A chamber that does not know gradients answers nothing to them.",
                        Map.of(),
                        ChamberProfile.DYNAMIC,
                        (chamber, emulated, clock, tale) -> {
                            emulated.withoutGradients();
                            tale.tell(() -> set(chamber, 50, Ramp.FASTEST));
                        }),
                scenario(
                        "gradients-off",
                        "The settings say that it knows none.",
                        Map.of("gradients", "off"),
                        ChamberProfile.DYNAMIC,
                        (chamber, emulated, clock, tale) -> {
                            tale.tell(() -> set(chamber, 50, new Ramp(0.01)));
                            tale.tell(() -> set(chamber, 50, Ramp.FASTEST));
                        }),
                scenario(
                        "open-sensor",
                        "A sensor that is open is no temperature.",
                        Map.of(),
                        ChamberProfile.DYNAMIC,
                        (chamber, emulated, clock, tale) -> {
                            emulated.sensorOpen(true);
                            tale.read(chamber);
                        }),
                scenario(
                        "swapped",
                        "The cable goes into a chamber of another kind.",
                        Map.of(),
                        ChamberProfile.VC3,
                        (chamber, emulated, clock, tale) -> {
                            emulated.mischief().drop(1);
                            tale.read(chamber);
                            emulated.swapped(ChamberProfile.DYNAMIC);
                            tale.tell(() -> set(chamber, 50, Ramp.FASTEST));
                        }),
                scenario("published-lines", "", Map.of(), ChamberProfile.VC3, (chamber, emulated, clock, tale) -> {
                    tale.read(chamber);
                    tale.tell(() -> set(chamber, 50, Ramp.FASTEST));
                }));
    }
}
