package cellwright.scpi;

import static cellwright.scpi.Rig.GUARD;

import cellwright.instrument.Control;
import cellwright.instrument.Driver;
import cellwright.instrument.Instrument;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Settings;
import cellwright.simulator.emulator.CircuitCell;
import cellwright.simulator.emulator.scpi.EmulatedSmu;
import cellwright.simulator.emulator.scpi.SmuKind;
import cellwright.testkit.HandClock;
import cellwright.testkit.SessionContract;
import cellwright.testkit.Tale;
import java.util.List;

/** Sessions with source-measure units on pellet cells, in both languages. */
final class ScpiSessionTest implements SessionContract<EmulatedSmu> {
    /** When an emulated instrument is switched on, long before the session. */
    private static final long SWITCHED_ON_NANOS = 0;

    @Override
    public Driver driver() {
        return new ScpiDriver();
    }

    /** An instrument, what its cell shows, and how the driver is told to use it. */
    private record Unit(SmuKind kind, double volts, Settings settings) {
        EmulatedSmu switchedOn(HandClock clock) {
            var smu = new EmulatedSmu(kind, CircuitCell.pellet(volts), SWITCHED_ON_NANOS);
            smu.advance(clock.nanos());
            return smu;
        }
    }

    private static Unit unit(SmuKind kind, String... more) {
        return new Unit(kind, 3.6, Rig.settings(kind, more));
    }

    private static Scenario<EmulatedSmu> scenario(String name, String story, Unit unit, Play<EmulatedSmu> play) {
        return new Scenario<>(name, story, unit.settings().values(), unit::switchedOn, play);
    }

    private static void drive(Instrument smu, Control control, Tale tale) {
        tale.tell(() -> ((Potentiostat) smu).apply(control, GUARD));
    }

    private static void open(Instrument smu, Tale tale) {
        tale.add(((Potentiostat) smu).envelope().toString());
    }

    private static void charge(Instrument smu, Tale tale) {
        drive(smu, new Control.Current(1e-3), tale);
        tale.read(smu);
        drive(smu, new Control.Current(-2e-3), tale);
        tale.read(smu);
        tale.tell(smu::makeSafe);
    }

    @Override
    public List<Scenario<EmulatedSmu>> scenarios() {
        return List.of(
                scenario(
                        "opening-2450",
                        "Who it is, which command set; 0 V are taken off the cell and the relay is opened.",
                        unit(SmuKind.K2450),
                        (smu, instrument, clock, tale) -> open(smu, tale)),
                scenario(
                        "opening-2400",
                        "The same in the older language, lines ended by CR.",
                        unit(SmuKind.K2400),
                        (smu, instrument, clock, tale) -> open(smu, tale)),
                scenario(
                        "rest",
                        "The open cell is watched with a source of 0 A.",
                        unit(SmuKind.K2450),
                        (smu, instrument, clock, tale) -> {
                            tale.read(smu);
                            tale.read(smu);
                        }),
                scenario(
                        "open-relay",
                        "With rest: off the relay stays open and the voltage is missing.",
                        unit(SmuKind.K2400, "rest", "off"),
                        (smu, instrument, clock, tale) -> {
                            tale.read(smu);
                            drive(smu, new Control.Open(), tale);
                            tale.read(smu);
                        }),
                scenario(
                        "charge-2450",
                        "1 mA by the limit of a voltage source: off-state, limit, ranges, level, each read back, then on.",
                        unit(SmuKind.K2450),
                        (smu, instrument, clock, tale) -> charge(smu, tale)),
                scenario(
                        "charge-2400",
                        "The same in the older language.",
                        unit(SmuKind.K2400),
                        (smu, instrument, clock, tale) -> charge(smu, tale)),
                scenario(
                        "current-source",
                        "1 mA by a current source with its voltage limit.",
                        unit(SmuKind.K2450, "regulate", "source"),
                        (smu, instrument, clock, tale) -> {
                            drive(smu, new Control.Current(1e-3), tale);
                            tale.read(smu);
                            instrument.mischief().trip(true);
                            tale.read(smu);
                        }),
                scenario(
                        "hold",
                        "A hold on a fixed range; it is approached with the limit.",
                        unit(SmuKind.K2400, "range", "fixed"),
                        (smu, instrument, clock, tale) -> {
                            drive(smu, new Control.Voltage(3.61, 2e-3), tale);
                            tale.read(smu);
                            tale.read(smu);
                        }),
                scenario(
                        "outside",
                        "A cell outside its guard is looked at and not driven.",
                        new Unit(SmuKind.K2450, 4.4, Rig.settings(SmuKind.K2450)),
                        (smu, instrument, clock, tale) -> drive(smu, new Control.Current(-1e-3), tale)),
                scenario(
                        "off-state-refused",
                        "The off-state is not accepted: nothing is switched on.",
                        unit(SmuKind.K2450),
                        (smu, instrument, clock, tale) -> {
                            instrument.reboot();
                            instrument.mischief().refuseOffState(true);
                            drive(smu, new Control.Current(1e-3), tale);
                        }),
                scenario(
                        "error-queue",
                        "What the error queue says after a change is told, and the relay opened.",
                        unit(SmuKind.K2400),
                        (smu, instrument, clock, tale) -> {
                            drive(smu, new Control.Current(1e-3), tale);
                            instrument.complain(-221, "Settings conflict");
                            drive(smu, new Control.Current(2e-3), tale);
                        }),
                scenario(
                        "overflow",
                        "Numbers that are none, and flags, become quality.",
                        unit(SmuKind.K2450),
                        (smu, instrument, clock, tale) -> {
                            drive(smu, new Control.Current(1e-3), tale);
                            instrument.mischief().overload(true);
                            tale.read(smu);
                            instrument.mischief().overload(false);
                            instrument.mischief().clamp(true);
                            tale.read(smu);
                        }));
    }
}
