package cellwright.scpi;

import static cellwright.scpi.Rig.GUARD;

import cellwright.instrument.Control;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Reading;
import cellwright.simulator.emulator.CircuitCell;
import cellwright.simulator.emulator.scpi.EmulatedSmu;
import cellwright.simulator.emulator.scpi.SmuKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is done in a written session, and what is told of it. */
enum Scenario {
    OPENING_2450(
            "Who it is, which command set; 0 V are taken off the cell and the relay is opened.", SmuKind.K2450, 3.6) {
        @Override
        void play(Smu smu, EmulatedSmu instrument, Tale tale) {
            tale.add(smu.envelope().toString());
        }
    },
    OPENING_2400("The same in the older language, lines ended by CR.", SmuKind.K2400, 3.6) {
        @Override
        void play(Smu smu, EmulatedSmu instrument, Tale tale) {
            tale.add(smu.envelope().toString());
        }
    },
    REST("The open cell is watched with a source of 0 A.", SmuKind.K2450, 3.6) {
        @Override
        void play(Smu smu, EmulatedSmu instrument, Tale tale) {
            tale.read(smu);
            tale.read(smu);
        }
    },
    OPEN_RELAY("With rest: off the relay stays open and the voltage is missing.", SmuKind.K2400, 3.6, "rest", "off") {
        @Override
        void play(Smu smu, EmulatedSmu instrument, Tale tale) {
            tale.read(smu);
            tale.tell(() -> smu.apply(new Control.Open(), GUARD));
            tale.read(smu);
        }
    },
    CHARGE_2450(
            "1 mA by the limit of a voltage source: off-state, limit, ranges, level, each read back, then on.",
            SmuKind.K2450,
            3.6) {
        @Override
        void play(Smu smu, EmulatedSmu instrument, Tale tale) {
            tale.tell(() -> smu.apply(new Control.Current(1e-3), GUARD));
            tale.read(smu);
            tale.tell(() -> smu.apply(new Control.Current(-2e-3), GUARD));
            tale.read(smu);
            tale.tell(smu::makeSafe);
        }
    },
    CHARGE_2400("The same in the older language.", SmuKind.K2400, 3.6) {
        @Override
        void play(Smu smu, EmulatedSmu instrument, Tale tale) {
            tale.tell(() -> smu.apply(new Control.Current(1e-3), GUARD));
            tale.read(smu);
            tale.tell(() -> smu.apply(new Control.Current(-2e-3), GUARD));
            tale.read(smu);
            tale.tell(smu::makeSafe);
        }
    },
    CURRENT_SOURCE("1 mA by a current source with its voltage limit.", SmuKind.K2450, 3.6, "regulate", "source") {
        @Override
        void play(Smu smu, EmulatedSmu instrument, Tale tale) {
            tale.tell(() -> smu.apply(new Control.Current(1e-3), GUARD));
            tale.read(smu);
            instrument.mischief().trip(true);
            tale.read(smu);
        }
    },
    HOLD("A hold on a fixed range; it is approached with the limit.", SmuKind.K2400, 3.6, "range", "fixed") {
        @Override
        void play(Smu smu, EmulatedSmu instrument, Tale tale) {
            tale.tell(() -> smu.apply(new Control.Voltage(3.61, 2e-3), GUARD));
            tale.read(smu);
            tale.read(smu);
        }
    },
    OUTSIDE("A cell outside its guard is looked at and not driven.", SmuKind.K2450, 4.4) {
        @Override
        void play(Smu smu, EmulatedSmu instrument, Tale tale) {
            tale.tell(() -> smu.apply(new Control.Current(-1e-3), GUARD));
        }
    },
    OFF_STATE_REFUSED("The off-state is not accepted: nothing is switched on.", SmuKind.K2450, 3.6) {
        @Override
        void play(Smu smu, EmulatedSmu instrument, Tale tale) {
            instrument.reboot();
            instrument.mischief().refuseOffState(true);
            tale.tell(() -> smu.apply(new Control.Current(1e-3), GUARD));
        }
    },
    ERROR_QUEUE("What the error queue says after a change is told, and the relay opened.", SmuKind.K2400, 3.6) {
        @Override
        void play(Smu smu, EmulatedSmu instrument, Tale tale) {
            tale.tell(() -> smu.apply(new Control.Current(1e-3), GUARD));
            instrument.complain(-221, "Settings conflict");
            tale.tell(() -> smu.apply(new Control.Current(2e-3), GUARD));
        }
    },
    OVERFLOW("Numbers that are none, and flags, become quality.", SmuKind.K2450, 3.6) {
        @Override
        void play(Smu smu, EmulatedSmu instrument, Tale tale) {
            tale.tell(() -> smu.apply(new Control.Current(1e-3), GUARD));
            instrument.mischief().overload(true);
            tale.read(smu);
            instrument.mischief().overload(false).clamp(true);
            tale.read(smu);
        }
    };

    /** When an emulated instrument is switched on. */
    static final long SWITCHED_ON_NANOS = 0;

    private final String story;
    private final SmuKind kind;
    private final double volts;
    private final Map<String, String> settings;

    Scenario(String story, SmuKind kind, double volts, String... settings) {
        this.story = story;
        this.kind = kind;
        this.volts = volts;
        this.settings = Rig.map(settings);
    }

    abstract void play(Smu smu, EmulatedSmu instrument, Tale tale);

    String story() {
        return story;
    }

    SmuKind kind() {
        return kind;
    }

    Map<String, String> settings() {
        return settings;
    }

    EmulatedSmu instrument() {
        return new EmulatedSmu(kind, CircuitCell.pellet(volts), SWITCHED_ON_NANOS);
    }

    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }

    /** What is told, a line each. */
    static final class Tale {
        private final List<String> lines = new ArrayList<>();

        /** Something the driver is asked for. */
        interface Wish {
            void of() throws InstrumentException;
        }

        List<String> lines() {
            return lines;
        }

        void add(String line) {
            lines.add(line);
        }

        void tell(Wish wish) {
            try {
                wish.of();
                add("done");
            } catch (InstrumentException failed) {
                add(failed.kind() + ": " + failed.getMessage());
            }
        }

        void read(Smu smu) {
            try {
                Reading reading = smu.read();
                add(reading.samples().stream()
                        .map(sample -> (float) sample.value() + " " + sample.quality())
                        .collect(Collectors.joining(", ", "", "")));
            } catch (InstrumentException failed) {
                add(failed.kind() + ": " + failed.getMessage());
            }
        }
    }
}
