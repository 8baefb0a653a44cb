package cellwright.template;

import cellwright.instrument.Driver;
import cellwright.instrument.Host;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import java.time.Duration;
import java.util.List;

/** The way in to an LC-1. Stateless; any thread. */
public final class GaugeDriver implements Driver {
    private static final String ANY = "any";
    private static final double LONGEST_MILLIS = 10_000;

    /** For the service loader. */
    public GaugeDriver() {}

    @Override
    public String name() {
        return "template-gauge";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required("link", "address of the gauge's link, for example serial:/dev/ttyUSB0?baud=9600"),
                Setting.optional("serial", "serial number the gauge must have, or any", ANY),
                Setting.optional("deadline", "milliseconds for a question and its whole answer, 1 to 10000", "500"));
    }

    @Override
    public Instrument open(Settings settings, Host host) throws InstrumentException {
        String address = settings.require("link");
        Duration patience = patience(settings);
        var conversation = new Conversation(host.link(address), host.clock(), address, patience);
        try {
            Gauge gauge = Gauge.meet(conversation, host.clock());
            checkSerial(settings.require("serial"), gauge, conversation);
            return gauge;
        } catch (InstrumentException failed) {
            conversation.close();
            throw failed;
        }
    }

    private static Duration patience(Settings settings) {
        double millis = settings.number("deadline");
        if (millis < 1 || millis > LONGEST_MILLIS) {
            throw new IllegalArgumentException(
                    "setting \"deadline\" must be from 1 to 10000 milliseconds, got " + millis);
        }
        return Duration.ofMillis(Math.round(millis));
    }

    private static void checkSerial(String wanted, Gauge gauge, Conversation conversation) throws InstrumentException {
        String found = gauge.identity().serial();
        if (!wanted.equals(ANY) && !wanted.equals(found)) {
            throw conversation.fault(
                    Kind.WRONG_DEVICE,
                    "has serial number " + found + ", the settings want " + wanted + "; are two cables swapped?");
        }
    }
}
