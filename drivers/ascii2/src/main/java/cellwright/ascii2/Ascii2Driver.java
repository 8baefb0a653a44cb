package cellwright.ascii2;

import cellwright.instrument.Driver;
import cellwright.instrument.Host;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.line.Conversation;
import cellwright.line.LineEnd;
import cellwright.line.LineFormat;
import cellwright.line.Manner;
import java.util.List;

/** The way in to a chamber that speaks ASCII-2. Stateless; any thread. */
public final class Ascii2Driver implements Driver {
    private static final LineFormat LINES = new LineFormat(LineEnd.CR_OR_LF, 300);

    /** For the service loader. */
    public Ascii2Driver() {}

    @Override
    public String name() {
        return "ascii2";
    }

    @Override
    public List<Setting> settings() {
        return Options.DECLARED;
    }

    @Override
    public ClimateChamber open(Settings settings, Host host) throws InstrumentException {
        Options options = Options.of(settings);
        String name = "ASCII-2 chamber " + options.address() + " at " + options.link();
        var manner = new Manner(name, "\r", LINES, options.deadline());
        var conversation = new Conversation(host.link(options.link()), host.clock(), manner);
        try {
            return ClimateChamber.meet(conversation, host.clock(), options);
        } catch (InstrumentException failed) {
            conversation.close();
            throw failed;
        }
    }
}
