package cellwright.mark10;

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

/** The way in to a Mark-10 force gauge. Stateless; any thread. */
public final class Mark10Driver implements Driver {
    private static final LineFormat LINES = new LineFormat(LineEnd.CR_LF, 120);

    /** For the service loader. */
    public Mark10Driver() {}

    @Override
    public String name() {
        return "mark10";
    }

    @Override
    public List<Setting> settings() {
        return Options.DECLARED;
    }

    @Override
    public ForceGauge open(Settings settings, Host host) throws InstrumentException {
        Options options = Options.of(settings);
        var manner = new Manner("Mark-10 gauge at " + options.link(), "\r", LINES, options.deadline());
        var conversation = new Conversation(host.link(options.link()), host.clock(), manner);
        try {
            return ForceGauge.meet(conversation, host.clock(), options);
        } catch (InstrumentException failed) {
            conversation.close();
            throw failed;
        }
    }
}
