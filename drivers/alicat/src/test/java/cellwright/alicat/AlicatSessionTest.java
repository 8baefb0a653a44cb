package cellwright.alicat;

import cellwright.instrument.Driver;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Ramp;
import cellwright.instrument.Signal;
import cellwright.simulator.emulator.alicat.EmulatedAlicat;
import cellwright.simulator.emulator.alicat.GasUnit;
import cellwright.testkit.SessionContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Sessions with a controller of 10 bar behind a piston of a hundred times the cell's area. */
final class AlicatSessionTest implements SessionContract<EmulatedAlicat> {
    @Override
    public Driver driver() {
        return new AlicatDriver();
    }

    @Override
    public List<String> byHand() {
        return List.of("published-lines");
    }

    private static Scenario<EmulatedAlicat> scenario(
            String name, String story, UnaryOperator<EmulatedAlicat> controller, Play<EmulatedAlicat> play) {
        return with(Map.of("highest", "80", "ratio", "100"), name, story, controller, play);
    }

    private static Scenario<EmulatedAlicat> with(
            Map<String, String> settings,
            String name,
            String story,
            UnaryOperator<EmulatedAlicat> controller,
            Play<EmulatedAlicat> play) {
        return new Scenario<>(
                name,
                story,
                new TreeMap<>(settings),
                clock -> controller.apply(new EmulatedAlicat(2e5, clock.nanos())),
                play);
    }

    private static void set(Instrument instrument, double megapascals, Ramp ramp) throws InstrumentException {
        ((PressureController) instrument).setpoint(Signal.PRESSURE, megapascals * 1e6, ramp);
    }

    @Override
    public List<Scenario<EmulatedAlicat>> scenarios() {
        return List.of(
                scenario(
                        "setpoint",
                        "50 MPa of stack pressure are 5 bar of gas; set, read back, reached.",
                        controller -> controller,
                        (controller, emulated, clock, tale) -> {
                            tale.read(controller);
                            tale.tell(() -> set(controller, 50, Ramp.FASTEST));
                            clock.advance(Duration.ofMillis(500));
                            tale.read(controller);
                            clock.advance(Duration.ofSeconds(20));
                            tale.read(controller);
                            tale.tell(controller::makeSafe);
                        }),
                scenario(
                        "ramp",
                        "To 30 MPa with 0.1 MPa/s, then back at once.",
                        controller -> controller,
                        (controller, emulated, clock, tale) -> {
                            tale.tell(() -> set(controller, 30, new Ramp(1e5)));
                            clock.advance(Duration.ofSeconds(50));
                            tale.read(controller);
                            tale.tell(() -> set(controller, 20, Ramp.FASTEST));
                            clock.advance(Duration.ofSeconds(15));
                            tale.read(controller);
                        }),
                scenario(
                        "beyond",
                        "What lies beyond the envelope is refused unsent.",
                        controller -> controller,
                        (controller, emulated, clock, tale) -> {
                            tale.tell(() -> set(controller, 80.1, Ramp.FASTEST));
                            tale.tell(() -> set(controller, -0.1, Ramp.FASTEST));
                            tale.tell(() -> set(controller, 50, new Ramp(1e-3)));
                        }),
                scenario(
                        "analog",
                        "A controller that listens to its analog input is refused.",
                        controller -> controller.source('A'),
                        (controller, emulated, clock, tale) -> {}),
                scenario(
                        "turned-analog",
                        "Somebody turns the set-point source to analog later on.",
                        controller -> controller,
                        (controller, emulated, clock, tale) -> {
                            emulated.source('A');
                            tale.tell(() -> set(controller, 50, Ramp.FASTEST));
                        }),
                scenario(
                        "disobeys",
                        "A set-point is acknowledged and not kept; it is not sent again.",
                        controller -> controller,
                        (controller, emulated, clock, tale) -> {
                            emulated.disobeys(true);
                            tale.tell(() -> set(controller, 50, Ramp.FASTEST));
                            tale.read(controller);
                        }),
                scenario(
                        "held",
                        "A controller whose valves are held is given no set-point; its pressure is told with a reservation.",
                        controller -> controller.raise("HLD"),
                        (controller, emulated, clock, tale) -> {
                            tale.tell(() -> set(controller, 50, Ramp.FASTEST));
                            tale.read(controller);
                        }),
                scenario(
                        "flags",
                        "Words behind the reading become quality.",
                        controller -> controller,
                        (controller, emulated, clock, tale) -> {
                            emulated.raise("LCK");
                            tale.read(controller);
                            emulated.raise("POV");
                            tale.read(controller);
                            emulated.raise("ADC");
                            tale.read(controller);
                        }),
                scenario(
                        "panel",
                        "Somebody turns the set-point at the front panel: told once, left as it is.",
                        controller -> controller,
                        (controller, emulated, clock, tale) -> {
                            tale.tell(() -> set(controller, 50, Ramp.FASTEST));
                            emulated.panel(4e5, clock.nanos());
                            clock.advance(Duration.ofSeconds(10));
                            tale.read(controller);
                            tale.read(controller);
                        }),
                scenario(
                        "unit",
                        "Somebody changes the unit; nothing is believed until it is set back.",
                        controller -> controller,
                        (controller, emulated, clock, tale) -> {
                            tale.read(controller);
                            emulated.shows(GasUnit.KPA);
                            clock.advance(Duration.ofSeconds(10));
                            tale.read(controller);
                            tale.tell(() -> set(controller, 50, Ramp.FASTEST));
                            emulated.shows(GasUnit.BAR);
                            tale.read(controller);
                        }),
                scenario(
                        "power-loss",
                        "The controller loses power: the next question fails, then the lost set-point is told.",
                        controller -> controller,
                        (controller, emulated, clock, tale) -> {
                            tale.tell(() -> set(controller, 50, Ramp.FASTEST));
                            emulated.mischief().drop(1);
                            tale.read(controller);
                            emulated.reboot(clock.nanos());
                            tale.read(controller);
                            tale.read(controller);
                        }),
                scenario(
                        "late-setpoint",
                        "The acknowledgement comes too late: the set-point is not sent again, and what became of it is read.",
                        controller -> controller,
                        (controller, emulated, clock, tale) -> {
                            emulated.mischief().spoil(5, answer -> {
                                emulated.mischief().delay(answer.contains("+005.000") ? 700_000_000L : 0);
                                return answer;
                            });
                            tale.tell(() -> set(controller, 50, Ramp.FASTEST));
                            emulated.mischief().delay(0);
                            clock.advance(Duration.ofSeconds(1));
                            tale.read(controller);
                        }),
                scenario(
                        "strange-unit",
                        "A unit that is not known is refused.",
                        controller -> controller.shows(GasUnit.CMH2O),
                        (controller, emulated, clock, tale) -> {}),
                scenario(
                        "old-firmware",
                        "Firmware that cannot tell its set-point source is refused.",
                        controller -> controller.firmware("9v12.0-R22"),
                        (controller, emulated, clock, tale) -> {}),
                scenario(
                        "no-pressure",
                        "A controller that regulates a mass flow is refused.",
                        controller -> controller.regulates(37),
                        (controller, emulated, clock, tale) -> {}),
                with(
                        Map.of("highest", "0.9"),
                        "published-lines",
                        "",
                        controller -> controller,
                        (controller, emulated, clock, tale) -> tale.read(controller)));
    }
}
