package cellwright.lab.serve;

import cellwright.engine.sense.SenseRules;
import cellwright.instrument.Driver;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.lab.Gather;
import cellwright.lab.InputText;
import cellwright.lab.RigRoom;
import cellwright.protocol.LabPlan;
import cellwright.protocol.Places;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.protocol.yaml.LabReader;
import cellwright.protocol.yaml.ReadLab;
import cellwright.world.link.LinkAddress;
import cellwright.world.real.ChannelOrder;
import cellwright.world.real.InstrumentOrder;
import cellwright.world.real.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Makes a laboratory's configuration into what the world is built of, or says everything that is wrong with it. */
public final class LabSetup {
    private static final String LINK = "link";

    private final LabPlan plan;
    private final Places places;
    private final Function<String, Optional<Driver>> drivers;
    private final List<Problem> problems = new ArrayList<>();
    private final SharedLines lines;

    private LabSetup(ReadLab read, Function<String, Optional<Driver>> drivers) {
        this.plan = read.plan();
        this.places = read.places();
        this.drivers = drivers;
        this.lines = new SharedLines(places, plan.safety().lostAfter());
    }

    /** Reads a configuration file without emulated instruments and finds its drivers among the installed ones. */
    public static Result<LabOrder> read(Path file) {
        return read(file, UnaryOperator.identity());
    }

    /**
     * The same with the addresses of emulated instruments.
     *
     * @param address gives the address where an emulated instrument's name stands, and any other text as it is
     */
    public static Result<LabOrder> read(Path file, UnaryOperator<String> address) {
        return Gather.then(
                InputText.read(file),
                text -> Gather.then(LabReader.read(file.toString(), text), read -> of(connected(read, address), file)));
    }

    private static ReadLab connected(ReadLab read, UnaryOperator<String> address) {
        return new ReadLab(read.plan().connected(address), read.places());
    }

    /** The folder of the laboratory that a configuration describes, whatever its drivers and settings are worth. */
    public static Result<Path> folder(Path file) {
        return Gather.then(
                InputText.read(file),
                text -> Gather.then(
                        LabReader.read(file.toString(), text),
                        read -> new Result.Made<>(folder(read.plan(), file), List.of())));
    }

    private static Path folder(LabPlan plan, Path file) {
        Path base = file.toAbsolutePath().normalize().getParent();
        return base == null
                ? Path.of(plan.folder())
                : base.resolve(plan.folder()).normalize();
    }

    private static Result<LabOrder> of(ReadLab read, Path file) {
        return of(read, file, RigRoom::driver);
    }

    /** The same with drivers of one's own. */
    static Result<LabOrder> of(ReadLab read, Path file, Function<String, Optional<Driver>> drivers) {
        LabSetup setup = new LabSetup(read, drivers);
        LabOrder order = setup.order(file);
        boolean refused = setup.problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        return refused ? new Result.Refused<>(setup.problems) : new Result.Made<>(order, setup.problems);
    }

    private LabOrder order(Path file) {
        Map<String, LinkAddress> links = new LinkedHashMap<>();
        plan.links().forEach((name, text) -> address(name, text).ifPresent(address -> links.put(name, address)));
        List<InstrumentOrder> instruments = new ArrayList<>();
        plan.instruments().forEach(instrument -> order(instrument, links).ifPresent(instruments::add));
        problems.addAll(lines.problems());
        return new LabOrder(plan, folder(plan, file), instruments, channels(), patience(), rules());
    }

    private Optional<LinkAddress> address(String name, String text) {
        try {
            LinkAddress address = LinkAddress.parse(text);
            if (address instanceof LinkAddress.Serial serial && serial.unstable()) {
                problems.add(Problem.warning(
                        places.at("links/" + name),
                        serial.device() + " may be another adapter after the next plug; take its name below"
                                + " /dev/serial/by-id"));
            }
            return Optional.of(address);
        } catch (IllegalArgumentException senseless) {
            error("links/" + name, String.valueOf(senseless.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<InstrumentOrder> order(LabPlan.Instrument instrument, Map<String, LinkAddress> links) {
        String path = "instruments/" + instrument.name();
        Optional<Driver> driver = drivers.apply(instrument.driver());
        if (driver.isEmpty()) {
            error(path + "/driver", "no driver named \"" + instrument.driver() + "\" is installed");
            return Optional.empty();
        }
        Settings settings = settings(instrument, links);
        List<Setting> declared = driver.get().settings();
        List<String> faults = settings.faults(declared);
        faults.forEach(fault -> error(placeOf(path, fault, instrument), fault));
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        InstrumentOrder order = new InstrumentOrder(
                instrument.name(),
                instrument.link().orElse("instrument " + instrument.name()),
                driver.get(),
                settings.withDefaults(declared),
                instrument.serial(),
                instrument.period().orElse(plan.safety().period()).toNanos());
        instrument
                .link()
                .flatMap(name -> Optional.ofNullable(links.get(name)))
                .ifPresent(address -> lines.join(order.name(), order.lane(), address, driver.get(), order.settings()));
        return Optional.of(order);
    }

    private static Settings settings(LabPlan.Instrument instrument, Map<String, LinkAddress> links) {
        Map<String, String> values = new TreeMap<>(instrument.settings());
        instrument
                .link()
                .flatMap(name -> Optional.ofNullable(links.get(name)))
                .ifPresent(address -> values.put(LINK, address.text()));
        return new Settings(values);
    }

    /** The setting a fault quotes, or the instrument. */
    private static String placeOf(String path, String fault, LabPlan.Instrument instrument) {
        return instrument.settings().keySet().stream()
                .filter(key -> fault.contains("\"" + key + "\""))
                .findFirst()
                .map(key -> path + "/settings/" + key)
                .orElse(path);
    }

    private List<ChannelOrder> channels() {
        List<ChannelOrder> channels = new ArrayList<>();
        for (LabPlan.Channel channel : plan.channels()) {
            channels.add(new ChannelOrder(
                    channel.name(), channel.potentiostat(), channel.companions(), channel.interlock()));
        }
        return channels;
    }

    private Patience patience() {
        LabPlan.Safety safety = plan.safety();
        return new Patience(
                safety.lostAfter().toNanos(),
                safety.staleAfter().toNanos(),
                safety.stuckAfter().map(Duration::toNanos).orElse(Long.MAX_VALUE),
                safety.idlePeriod().toNanos());
    }

    private SenseRules rules() {
        LabPlan.Plausible plausible = plan.safety().plausible();
        return new SenseRules(plausible.voltageJump(), plausible.secondVoltageWithin(), plausible.temperatureJump());
    }

    private void error(String path, String message) {
        problems.add(Problem.error(places.at(path), message));
    }
}
