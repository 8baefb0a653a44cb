package cellwright.world.real;

import cellwright.instrument.Autonomy;
import cellwright.instrument.Control;
import cellwright.instrument.Deadline;
import cellwright.instrument.Driver;
import cellwright.instrument.Envelope;
import cellwright.instrument.Guard;
import cellwright.instrument.Host;
import cellwright.instrument.Identity;
import cellwright.instrument.ImpedanceAnalyser;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Progress;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A potentiostat with an analyser that takes ten seconds a point, waiting for each on its link, as real ones do. */
final class SlowAnalyser implements Driver, Potentiostat, ImpedanceAnalyser {
    static final Duration A_POINT = Duration.ofSeconds(10);

    /** What it was told, in order. */
    final List<String> told = new ArrayList<>();
    /** Points a sweep has. */
    int points = 6;

    private Optional<Host> host = Optional.empty();
    private Optional<Link> link = Optional.empty();

    InstrumentOrder order(String name, String lane) {
        return new InstrumentOrder(name, lane, this, new Settings(Map.of()), Optional.empty(), Laboratory.PERIOD);
    }

    @Override
    public String name() {
        return "slow";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Instrument open(Settings settings, Host lent) throws InstrumentException {
        host = Optional.of(lent);
        link = Optional.of(lent.link("slow"));
        return this;
    }

    private long now() {
        return host.orElseThrow().clock().nanos();
    }

    @Override
    public Identity identity() {
        return new Identity("Tests", "slow", "S-1", "", true);
    }

    @Override
    public List<Signal> signals() {
        return List.of(Signal.VOLTAGE, Signal.CURRENT);
    }

    @Override
    public Envelope envelope() {
        return new Envelope(-6, 6, 1, 1_000_000);
    }

    @Override
    public Autonomy autonomy() {
        return new Autonomy(false, false, false, 0);
    }

    @Override
    public void apply(Control control, Guard guard) {
        told.add(control.energises() ? "on" : "open");
    }

    @Override
    public Reading read() {
        return Reading.at(now(), Sample.good(Signal.VOLTAGE, 3.0), Sample.good(Signal.CURRENT, 0));
    }

    @Override
    public Reach reach() {
        return new Reach(0.01, 1e5, 0.1, 0.1);
    }

    @Override
    public Spectrum measure(Sweep sweep, Progress progress) throws InstrumentException {
        told.add("measure");
        long start = now();
        List<Spectrum.Point> measured = new ArrayList<>();
        boolean wanted = true;
        for (int i = 0; i < points && wanted; i++) {
            link.orElseThrow().read(new byte[16], new Deadline(now() + A_POINT.toNanos()));
            measured.add(new Spectrum.Point(sweep.fromHz() / (i + 1), 10, -1, Quality.GOOD));
            wanted = progress.measured(measured.getLast());
        }
        return new Spectrum(start, now(), measured);
    }

    @Override
    public void makeSafe() {
        told.add("safe");
    }

    @Override
    public void close() {
        link.ifPresent(Link::close);
    }
}
