package cellwright.testkit;

import cellwright.instrument.Host;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A host with a hand-moved clock and links of the test's making, which remembers every write and can cut the cables.
 * One thread at a time.
 */
public final class FakeHost implements Host {
    private static final long SOME_TIME = 1_000_000_000_000L;

    private final HandClock clock = new HandClock(SOME_TIME);
    private final Map<String, Supplier<Link>> addresses = new LinkedHashMap<>();
    private final List<LentLink> lent = new ArrayList<>();
    private final List<OwnLine> ownLines = new ArrayList<>();
    private final List<byte[]> sent = new ArrayList<>();
    private Cable cable = Cable.GOOD;

    /** The state of all cables of a host. */
    enum Cable {
        GOOD,
        SILENT,
        CUT
    }

    @Override
    public HandClock clock() {
        return clock;
    }

    /** Puts an emulated instrument at an address; each link to it reaches the same device. */
    public FakeHost with(String address, Device device) {
        addresses.put(address, () -> new DeviceLink(clock, device));
        return this;
    }

    /** Puts one link at an address. */
    public FakeHost with(String address, Link link) {
        addresses.put(address, () -> link);
        return this;
    }

    /** Has a connection that a driver's library makes by itself share the fate of the cables and be counted with the links. */
    public FakeHost with(OwnLine line) {
        ownLines.add(line);
        return this;
    }

    @Override
    public Link link(String address) throws InstrumentException {
        Supplier<Link> source = addresses.get(address);
        if (source == null || cable == Cable.CUT) {
            throw lost(address, "cannot be opened");
        }
        var link = new LentLink(this, address, source.get());
        lent.add(link);
        return link;
    }

    /** From now on every link is gone and none can be opened. */
    public void cut() {
        cable = Cable.CUT;
        ownLines.forEach(OwnLine::cut);
    }

    /** From now on writes vanish and nothing is heard. */
    public void silence() {
        cable = Cable.SILENT;
        ownLines.forEach(OwnLine::silence);
    }

    /** How many links were lent so far. */
    public int lentLinks() {
        return lent.size() + ownLines.stream().mapToInt(OwnLine::made).sum();
    }

    /** How many of them are not closed. */
    public long openLinks() {
        return lent.stream().filter(LentLink::isOpen).count()
                + ownLines.stream().mapToLong(OwnLine::open).sum();
    }

    /** Every write on every link so far, as ISO 8859-1 text, in order. */
    public List<String> sent() {
        return sent.stream()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .toList();
    }

    void note(byte[] written) {
        sent.add(written.clone());
    }

    Cable cable() {
        return cable;
    }

    static InstrumentException lost(String address, String what) {
        return new InstrumentException(InstrumentException.Kind.LOST, address, what);
    }
}
