package cellwright.protocol;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A laboratory as an operator writes it down: what is wired where, and what belongs to which channel.
 *
 * @param name the laboratory's name
 * @param folder where the journal, the runs and the control socket lie, as written
 * @param links address of each link by name
 * @param instruments in the order written
 * @param channels in the order written
 * @param safety how closely things are watched
 * @param emulated benches of emulated instruments, in the order written; none in a real laboratory
 * @param store what is kept of runs beside the journal
 * @param influx a server that readings, cycles and spectra are handed on to
 */
public record LabPlan(
        String name,
        String folder,
        Map<String, String> links,
        List<Instrument> instruments,
        List<Channel> channels,
        Safety safety,
        List<EmulatedBench> emulated,
        StorePlan store,
        Optional<InfluxPlan> influx) {
    /** What stands before the name of an emulated instrument where else an address stands. */
    public static final String EMULATED = "emulated:";

    /** Takes immutable copies. */
    public LabPlan {
        links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
        instruments = List.copyOf(instruments);
        channels = List.copyOf(channels);
        emulated = List.copyOf(emulated);
    }

    /** The same with emulated instruments' addresses in place of their names. */
    public LabPlan connected(UnaryOperator<String> address) {
        Map<String, String> connected = new LinkedHashMap<>();
        links.forEach((link, text) -> connected.put(link, address.apply(text)));
        List<Instrument> wired =
                instruments.stream().map(each -> each.connected(address)).toList();
        return new LabPlan(name, folder, connected, wired, channels, safety, emulated, store, influx);
    }

    /**
     * An instrument.
     *
     * @param name unique in the laboratory
     * @param driver the driver's name
     * @param link name of the link it is wired to; empty if its driver needs none
     * @param settings the driver's settings without {@code link}
     * @param serial the serial number it must have
     * @param period time between readings; empty for the laboratory's
     */
    public record Instrument(
            String name,
            String driver,
            Optional<String> link,
            Map<String, String> settings,
            Optional<String> serial,
            Optional<Duration> period) {
        /** Takes an immutable copy. */
        public Instrument {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }

        private Instrument connected(UnaryOperator<String> address) {
            Map<String, String> connected = new LinkedHashMap<>();
            settings.forEach((key, text) -> connected.put(key, address.apply(text)));
            return new Instrument(name, driver, link, connected, serial, period);
        }
    }

    /**
     * One place a cell can be.
     *
     * @param name unique in the laboratory
     * @param potentiostat the instrument that drives the cell
     * @param companions sensors, press and chamber, in the order in which their signals count
     * @param interlock an instrument whose {@code makeSafe} opens the cell's circuit another way
     * @param envelope what may be asked of this channel, tighter than what its instruments can do; cell volts
     */
    public record Channel(
            String name, String potentiostat, List<String> companions, Optional<String> interlock, Limits envelope) {
        /** Takes an immutable copy. */
        public Channel {
            companions = List.copyOf(companions);
        }
    }

    /**
     * How closely things are watched.
     *
     * @param period time between readings while a run goes on
     * @param lostAfter without a usable answer for so long, an instrument counts as lost
     * @param staleAfter values of press, chamber and sensors older than this are not believed
     * @param stuckAfter a measured value that never moves for so long under current is not believed; empty to believe it
     * @param idlePeriod time between readings while nothing is driven
     * @param commitWithin longest time a reading waits until it is on disk
     * @param plausible what a measured value may do
     */
    public record Safety(
            Duration period,
            Duration lostAfter,
            Duration staleAfter,
            Optional<Duration> stuckAfter,
            Duration idlePeriod,
            Duration commitWithin,
            Plausible plausible) {
        /** What holds where the configuration says nothing. */
        public static final Safety USUAL = new Safety(
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Optional.of(Duration.ofSeconds(20)),
                Duration.ofSeconds(1),
                Duration.ofMillis(50),
                Plausible.USUAL);
    }

    /**
     * By how much a measured value may leave what is plausible; infinite for a rule that is switched off.
     *
     * @param voltageJump from one reading to the next beyond what current and slope explain, V
     * @param secondVoltageWithin between the channel's own voltage and that of another of its instruments, V
     * @param temperatureJump from one reading to the next, K
     */
    public record Plausible(double voltageJump, double secondVoltageWithin, double temperatureJump) {
        /** What holds where the configuration says nothing. */
        public static final Plausible USUAL = new Plausible(0.5, 0.1, 10);
    }
}
