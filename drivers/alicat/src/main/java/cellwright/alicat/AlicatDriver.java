package cellwright.alicat;

import cellwright.instrument.Driver;
import cellwright.instrument.Host;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Party;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.line.Conversation;
import cellwright.line.LineEnd;
import cellwright.line.LineFormat;
import cellwright.line.Manner;
import java.util.List;
import java.util.Optional;

/** The way in to an Alicat pressure controller. Stateless; any thread. */
public final class AlicatDriver implements Driver {
    private static final LineFormat LINES = new LineFormat(LineEnd.CR_OR_LF, 160);

    /** For the service loader. */
    public AlicatDriver() {}

    @Override
    public String name() {
        return "alicat";
    }

    @Override
    public List<Setting> settings() {
        return Options.DECLARED;
    }

    /** {@inheritDoc} Every answer begins with the unit's letter. */
    @Override
    public Optional<Party> party(Settings settings) {
        Options options = Options.of(settings);
        return Optional.of(new Party("Alicat", "unit " + options.unit(), options.deadline()));
    }

    @Override
    public PressureController open(Settings settings, Host host) throws InstrumentException {
        Options options = Options.of(settings);
        String name = "Alicat controller " + options.unit() + " at " + options.link();
        var manner = new Manner(name, "\r", LINES, options.deadline());
        var conversation = new Conversation(host.link(options.link()), host.clock(), manner);
        try {
            return Opening.of(conversation, host.clock(), options);
        } catch (InstrumentException failed) {
            conversation.close();
            throw failed;
        }
    }
}
