package cellwright.palmsens;

import static cellwright.palmsens.Rig.GUARD;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Reading;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.simulator.emulator.CircuitCell;
import cellwright.simulator.emulator.palmsens.EmulatedPalmSens;
import cellwright.simulator.emulator.palmsens.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What is done in a written session, and what is told of it. */
enum Scenario {
    OPENING("Who it is and what its firmware knows; nothing is switched.", Scenario::pellet) {
        @Override
        void play(EmStat emstat, EmulatedPalmSens instrument, Tale tale) {
            tale.add(emstat.envelope().toString());
        }
    },
    PICO("A Pico says who it is; what it cannot do is refused unsent.", Scenario::pico) {
        @Override
        void play(EmStat emstat, EmulatedPalmSens instrument, Tale tale) {
            var guard = new Guard(0.5, 1.9, 1e-3, 60_000_000_000L);
            tale.tell(() -> emstat.apply(new Control.Current(1e-4), guard));
            tale.tell(() -> emstat.apply(new Control.Voltage(3.6, 1e-3), guard));
            tale.tell(() -> emstat.apply(new Control.Voltage(1.501, 1e-3), guard));
            tale.read(emstat);
        }
    },
    REST("The open cell is read by a script that never switches it on.", Scenario::pellet) {
        @Override
        void play(EmStat emstat, EmulatedPalmSens instrument, Tale tale) {
            tale.read(emstat);
            tale.read(emstat);
        }
    },
    CONSTANT_CURRENT("1 mA within limits; stopped in the middle of the loop.", Scenario::pellet) {
        @Override
        void play(EmStat emstat, EmulatedPalmSens instrument, Tale tale) {
            tale.tell(() -> emstat.apply(new Control.Current(1e-3), GUARD));
            tale.read(emstat);
            tale.read(emstat);
            tale.tell(emstat::makeSafe);
            tale.read(emstat);
        }
    },
    LIMIT("The cell is full at once: the script says why it ends, and the circuit is open.", () -> cell(4.2795)) {
        @Override
        void play(EmStat emstat, EmulatedPalmSens instrument, Tale tale) {
            tale.tell(() -> emstat.apply(new Control.Current(1e-3), GUARD));
            tale.read(emstat);
            tale.read(emstat);
            tale.read(emstat);
            tale.read(emstat);
        }
    },
    OUTSIDE("A cell outside its limits is not switched on.", () -> cell(4.4)) {
        @Override
        void play(EmStat emstat, EmulatedPalmSens instrument, Tale tale) {
            tale.tell(() -> emstat.apply(new Control.Current(-1e-3), GUARD));
        }
    },
    HOLD("A hold that a current leads to; the circuit is open between the two.", Scenario::small) {
        @Override
        void play(EmStat emstat, EmulatedPalmSens instrument, Tale tale) {
            tale.tell(() -> emstat.apply(new Control.Voltage(3.631, 1e-3), GUARD));
            for (int i = 0; i < 8; i++) {
                tale.read(emstat);
            }
        }
    },
    PEIS("Three points of a potentiostatic spectrum.", Scenario::pellet) {
        @Override
        void play(EmStat emstat, EmulatedPalmSens instrument, Tale tale) {
            tale.measure(emstat, new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1000, 10, 1, false));
        }
    },
    GEIS("Three points of a galvanostatic spectrum.", Scenario::pellet) {
        @Override
        void play(EmStat emstat, EmulatedPalmSens instrument, Tale tale) {
            tale.measure(emstat, new Sweep(Sweep.Mode.GALVANOSTATIC, 1e-4, 1000, 10, 1, false));
        }
    },
    REFUSED_SCRIPT("Firmware without add_meas refuses a script while it reads it.", Scenario::old) {
        @Override
        void play(EmStat emstat, EmulatedPalmSens instrument, Tale tale) {
            tale.tell(() -> emstat.apply(new Control.Current(1e-3), GUARD));
        }
    },
    BROKEN_OFF("A running script breaks off with an error: the driver opens the circuit.", Scenario::pellet) {
        @Override
        void play(EmStat emstat, EmulatedPalmSens instrument, Tale tale) {
            tale.tell(() -> emstat.apply(new Control.Current(1e-3), GUARD));
            tale.read(emstat);
            instrument.mischief().fail(0x0032);
            tale.read(emstat);
            tale.read(emstat);
        }
    },
    OVERLOAD("Status and range of a package become quality.", Scenario::pellet) {
        @Override
        void play(EmStat emstat, EmulatedPalmSens instrument, Tale tale) {
            tale.tell(() -> emstat.apply(new Control.Current(1e-3), GUARD));
            tale.read(emstat);
            instrument.mischief().overload(true);
            tale.read(emstat);
            instrument.mischief().overload(false).spoil(1, line -> line.replace(",206", ",205"));
            tale.read(emstat);
            tale.read(emstat);
            tale.read(emstat);
        }
    };

    private final String story;
    private final Supplier<EmulatedPalmSens> instrument;

    Scenario(String story, Supplier<EmulatedPalmSens> instrument) {
        this.story = story;
        this.instrument = instrument;
    }

    /** When an emulated instrument is switched on. */
    static final long SWITCHED_ON_NANOS = 0;

    abstract void play(EmStat emstat, EmulatedPalmSens instrument, Tale tale);

    String story() {
        return story;
    }

    EmulatedPalmSens instrument() {
        return instrument.get();
    }

    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }

    private static EmulatedPalmSens pellet() {
        return cell(3.6);
    }

    private static EmulatedPalmSens cell(double volts) {
        return new EmulatedPalmSens(Profile.EMSTAT4_HR, CircuitCell.pellet(volts), SWITCHED_ON_NANOS);
    }

    private static EmulatedPalmSens small() {
        var cell = new CircuitCell(3.6, 0.05, 20, 10, 0.02);
        return new EmulatedPalmSens(Profile.EMSTAT4_HR, cell, SWITCHED_ON_NANOS);
    }

    private static EmulatedPalmSens pico() {
        return new EmulatedPalmSens(Profile.EMSTAT_PICO, CircuitCell.pellet(1.5), SWITCHED_ON_NANOS);
    }

    private static EmulatedPalmSens old() {
        return new EmulatedPalmSens(Profile.EMSTAT4_HR, CircuitCell.pellet(3.6), SWITCHED_ON_NANOS, false);
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

        void read(EmStat emstat) {
            try {
                Reading reading = emstat.read();
                add(reading.samples().stream()
                        .map(sample -> (float) sample.value() + " " + sample.quality())
                        .collect(Collectors.joining(", ", "", "")));
            } catch (InstrumentException failed) {
                add(failed.kind() + ": " + failed.getMessage());
            }
        }

        void measure(EmStat emstat, Sweep sweep) {
            tell(() -> {
                Spectrum spectrum = emstat.measure(sweep, point -> true);
                spectrum.points()
                        .forEach(point -> add((float) point.hertz() + " Hz: " + (float) point.real() + " "
                                + (float) point.imaginary() + "j ohm " + point.quality()));
            });
        }
    }
}
