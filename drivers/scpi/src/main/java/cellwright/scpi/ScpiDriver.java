package cellwright.scpi;

import cellwright.instrument.Driver;
import cellwright.instrument.Host;
import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.scpi.codec.Badge;
import cellwright.scpi.codec.Question;
import cellwright.scpi.dialect.Dialect;
import cellwright.scpi.dialect.Outcome;
import java.util.List;
import java.util.Optional;

/** The way in to a source-measure unit: Keithley 2450, 2460, the 2400 family. Stateless; any thread. */
public final class ScpiDriver implements Driver {
    private static final String ANY = "any";

    /** For the service loader. */
    public ScpiDriver() {}

    @Override
    public String name() {
        return "scpi";
    }

    @Override
    public List<Setting> settings() {
        return Options.DECLARED;
    }

    /**
     * Connects, asks who is there, and opens the output's relay: as these instruments come out of the factory, and after
     * every loss of power, their output is off with 0 V on the cell. An output found on is switched off too, or left alone
     * as the setting {@code busy} says.
     */
    @Override
    public Smu open(Settings settings, Host host) throws InstrumentException {
        Options options = Options.of(settings);
        var conversation = new Conversation(host.link(options.link()), host.clock(), options);
        try {
            return meet(conversation, options);
        } catch (InstrumentException failed) {
            conversation.close();
            throw failed;
        }
    }

    private static Smu meet(Conversation conversation, Options options) throws InstrumentException {
        Badge badge = conversation.introduce();
        Model model = model(conversation, badge, options);
        conversation.synchronise();
        checkLanguage(conversation, options.dialect());
        if (!options.stopBusy() && conversation.ask(Question.flag(":OUTP?"))) {
            throw conversation.fault(
                    Kind.REFUSED, "its output is on, and not by this driver; switch it off, or set busy: stop");
        }
        conversation.troubles();
        var identity = new Identity(
                badge.maker(),
                badge.model(),
                badge.serial(),
                badge.firmware(),
                badge.serial().startsWith("SIM"));
        var smu = new Smu(conversation, identity, new Ability(model, options));
        smu.makeSafe();
        return smu;
    }

    private static Model model(Conversation conversation, Badge badge, Options options) throws InstrumentException {
        Optional<Model> model = Model.of(badge.model()).filter(known -> known.speaks(options.dialect()));
        if (model.isEmpty()) {
            throw conversation.fault(
                    Kind.WRONG_DEVICE,
                    "is a \"" + badge.model() + "\" of " + badge.maker()
                            + ", which this driver does not know with dialect "
                            + options.dialect().name());
        }
        if (!options.serial().equals(ANY) && !options.serial().equals(badge.serial())) {
            throw conversation.fault(
                    Kind.WRONG_DEVICE,
                    "has serial number " + badge.serial() + ", the settings want " + options.serial()
                            + "; are two cables swapped?");
        }
        return model.get();
    }

    private static void checkLanguage(Conversation conversation, Dialect dialect) throws InstrumentException {
        if (dialect.language().isPresent()
                && conversation.ask(dialect.language().get()) instanceof Outcome.Wrong other) {
            throw conversation.fault(
                    Kind.REFUSED,
                    "has the command set " + other.said()
                            + "; send *LANG SCPI and switch it off and on, or set dialect: 2400"
                            + " for the command set SCPI2400");
        }
    }
}
