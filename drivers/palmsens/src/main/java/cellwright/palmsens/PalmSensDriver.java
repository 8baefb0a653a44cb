package cellwright.palmsens;

import cellwright.instrument.Driver;
import cellwright.instrument.Host;
import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.palmsens.codec.Capabilities;
import cellwright.palmsens.codec.Feature;
import cellwright.palmsens.codec.Firmware;
import cellwright.palmsens.script.Model;
import cellwright.palmsens.script.Style;
import java.time.Duration;
import java.util.List;

/** The way in to a MethodSCRIPT instrument: EmStat4, Nexus, EmStat Pico. Stateless; any thread. */
public final class PalmSensDriver implements Driver {
    private static final String ANY = "any";
    private static final Duration LONGEST_TURN = Duration.ofSeconds(30);
    private static final double NANOS = 1e9;

    /** For the service loader. */
    public PalmSensDriver() {}

    @Override
    public String name() {
        return "palmsens";
    }

    @Override
    public List<Setting> settings() {
        return Options.DECLARED;
    }

    /**
     * Connects and asks who is there. An instrument cannot tell while a script runs; then the script is stopped, which
     * opens the circuit, or the instrument is left alone, as the setting {@code busy} says.
     */
    @Override
    public EmStat open(Settings settings, Host host) throws InstrumentException {
        Options options = Options.of(settings);
        var wire = new Wire(host.link(options.link()), host.clock(), options.link());
        var conversation = new Conversation(wire, options.deadline());
        try {
            return meet(conversation, options);
        } catch (InstrumentException failed) {
            conversation.close();
            throw failed;
        }
    }

    private static EmStat meet(Conversation conversation, Options options) throws InstrumentException {
        if (!options.stopBusy() && conversation.busy()) {
            throw conversation
                    .wire()
                    .fault(Kind.REFUSED, "a script is running, so it cannot say who it is; stop it, or set busy: stop");
        }
        conversation.synchronise(LONGEST_TURN);
        Firmware firmware = firmware(conversation);
        Model model = Model.of(firmware.code()).orElseThrow(() -> conversation
                .wire()
                .fault(Kind.WRONG_DEVICE, "is a \"" + firmware.code() + "\", which this driver does not know"));
        String serial = serial(conversation.ask("i"));
        if (!options.serial().equals(ANY) && !options.serial().equals(serial)) {
            throw conversation
                    .wire()
                    .fault(
                            Kind.WRONG_DEVICE,
                            "has serial number " + serial + ", the settings want " + options.serial()
                                    + "; are two cables swapped?");
        }
        String language = conversation.ask("v").substring(1);
        Capabilities capabilities = capabilities(conversation);
        var identity = new Identity(
                "PalmSens",
                model.words(),
                serial,
                firmware.version() + ", MethodSCRIPT " + language,
                serial.startsWith("SIM"));
        var style = new Style(
                model,
                options.intervalSeconds(),
                capabilities.has(Feature.MAINS) ? options.mainsHertz() : 0,
                options.readback());
        var ability = new Ability(model, capabilities, Math.round(NANOS * options.intervalSeconds()));
        return new EmStat(conversation, identity, ability, style, options.imaginarySign());
    }

    private static Firmware firmware(Conversation conversation) throws InstrumentException {
        String told = conversation.askFirmware();
        return Firmware.of(told).orElseThrow(() -> conversation
                .wire()
                .fault(Kind.WRONG_DEVICE, "answers \"t\" with \"" + told + "\", as no MethodSCRIPT instrument does"));
    }

    private static Capabilities capabilities(Conversation conversation) throws InstrumentException {
        String told = conversation.ask("CM");
        Capabilities capabilities = Capabilities.of(told).orElseThrow(() -> conversation
                .wire()
                .fault(Kind.GARBLED, "answers \"CM\" with \"" + told + "\" instead of 64 hexadecimal digits"));
        if (!capabilities.missing().isEmpty()) {
            throw conversation
                    .wire()
                    .fault(
                            Kind.REFUSED,
                            "its firmware lacks "
                                    + String.join(
                                            ", ",
                                            capabilities.missing().stream()
                                                    .map(Feature::command)
                                                    .toList())
                                    + "; update it");
        }
        return capabilities;
    }

    /** The serial number of an answer to {@code i}. */
    static String serial(String answer) {
        return answer.substring(1);
    }
}
