package cellwright.modbus;

import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Regulator;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.simulator.emulator.modbus.Framing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Something a driver does with a device, to be written down. */
enum Scenario {
    LOAD_CELL("A load cell tells who it is and is read twice.") {
        @Override
        Rig rig() {
            return Rig.loadCell(Rig.cell(Rig.newtons(1234.5)))
                    .set("area", "78.54")
                    .set("serial", "4711");
        }

        @Override
        void play(Instrument instrument, List<String> tale) throws InstrumentException {
            tale.add(told(instrument.read()));
            tale.add(told(instrument.read()));
        }
    },
    EUROTHERM("A chamber is sent to 60 °C at 1 K/min, asked again for the same, and left alone.") {
        @Override
        Rig rig() {
            return Rig.eurotherm(Rig.eurotherm(Rig.oven()));
        }

        @Override
        void play(Instrument instrument, List<String> tale) throws InstrumentException {
            sendTwice(instrument, tale);
        }
    },
    WATLOW_RTU("The same with another controller, over RTU.") {
        @Override
        Rig rig() {
            return Rig.watlow(Rig.watlow(Rig.oven()), Framing.RTU);
        }

        @Override
        void play(Instrument instrument, List<String> tale) throws InstrumentException {
            sendTwice(instrument, tale);
        }
    },
    WATLOW_TCP("The same with another controller, over TCP.") {
        @Override
        Rig rig() {
            return Rig.watlow(Rig.watlow(Rig.oven()), Framing.TCP);
        }

        @Override
        void play(Instrument instrument, List<String> tale) throws InstrumentException {
            sendTwice(instrument, tale);
        }
    },
    LOST_ACKNOWLEDGEMENT(
            "The answer to a write is lost: the identity is asked, the register read, nothing sent twice.") {
        @Override
        Rig rig() {
            Rig rig = Rig.eurotherm(Rig.eurotherm(Rig.oven()));
            rig.mischief().spoil(Integer.MAX_VALUE, frame -> frame[1] == 6 ? new byte[0] : frame);
            return rig;
        }

        @Override
        void play(Instrument instrument, List<String> tale) throws InstrumentException {
            ((Regulator) instrument).setpoint(Signal.TEMPERATURE, 333.15, Ramp.FASTEST);
            tale.add("set");
        }
    },
    ZEROED("A load cell is zeroed: the gross weight, counts and sign, before and after.") {
        @Override
        Rig rig() {
            return Rig.loadCell(Rig.cell(Rig.newtons(-50)));
        }

        @Override
        void play(Instrument instrument, List<String> tale) throws InstrumentException {
            tale.add(told(instrument.read()));
            ((Meter) instrument).carryOut("zero");
            tale.add(told(instrument.read()));
        }
    },
    WRONG_DEVICE("A chamber controller where a load cell should be.") {
        @Override
        Rig rig() {
            return Rig.loadCell(Rig.eurotherm(Rig.oven()));
        }

        @Override
        void play(Instrument instrument, List<String> tale) {
            throw new AssertionError("it must not open");
        }
    };

    private final String story;

    Scenario(String story) {
        this.story = story;
    }

    String story() {
        return story;
    }

    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }

    abstract Rig rig();

    abstract void play(Instrument instrument, List<String> tale) throws InstrumentException;

    private static void sendTwice(Instrument instrument, List<String> tale) throws InstrumentException {
        Regulator chamber = (Regulator) instrument;
        tale.add(chamber.span(Signal.TEMPERATURE).toString());
        chamber.setpoint(Signal.TEMPERATURE, 333.15, new Ramp(1.0 / 60));
        chamber.setpoint(Signal.TEMPERATURE, 333.15, new Ramp(1.0 / 60));
        tale.add(told(chamber.read()));
        chamber.makeSafe();
        tale.add("safe");
    }

    private static String told(Reading reading) {
        List<String> values = new ArrayList<>();
        for (Sample sample : reading.samples()) {
            values.add("%s %s %s %s"
                    .formatted(
                            sample.signal().name(),
                            sample.value(),
                            sample.signal().unit().symbol(),
                            sample.quality()));
        }
        return String.join(", ", values);
    }
}
