package cellwright.modbus;

import cellwright.instrument.Driver;
import cellwright.instrument.Host;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Party;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.modbus.map.IdentityItem.Role;
import cellwright.modbus.map.RegisterMap;
import java.util.List;
import java.util.Optional;

/** The way in to a device with Modbus registers that a map describes. Stateless; any thread. */
public final class ModbusDriver implements Driver {
    /** For the service loader. */
    public ModbusDriver() {}

    @Override
    public String name() {
        return "modbus";
    }

    @Override
    public List<Setting> settings() {
        return Options.DECLARED;
    }

    /** {@inheritDoc} Answers carry the unit, and what is another unit's is passed over. */
    @Override
    public Optional<Party> party(Settings settings) {
        Options options = Options.of(settings);
        String language = options.rtu() ? "Modbus RTU" : "Modbus TCP";
        return Optional.of(new Party(language, "unit " + options.unit(), options.deadline()));
    }

    /** A {@link Controller} if the map has set-points, else a {@link Meter}. */
    @Override
    public Instrument open(Settings settings, Host host) throws InstrumentException {
        Options options = Options.of(settings);
        RegisterMap map = Maps.named(options.map(), host, options.division());
        agree(options, map);
        String unit = "unit " + options.unit() + " at " + options.link();
        var line = new Line(
                host.link(options.link()), host.clock(), map.device() + ", " + unit, options.deadline(), map.pause());
        Wire wire = options.rtu() ? new RtuWire(line, options.unit()) : new TcpWire(line, options.unit());
        try {
            var device = new Device(new Conversation(line, wire), map, unit);
            checkSerial(options, device);
            var meter = new Meter(device, stack(options));
            return map.setpoints().isEmpty() ? meter : Controller.of(device, meter);
        } catch (InstrumentException failed) {
            line.close();
            throw failed;
        }
    }

    /** Refuses settings that the map has no use for. */
    private static void agree(Options options, RegisterMap map) {
        if (options.squareMetres().isPresent()) {
            if (!measures(map, Signal.FORCE) || measures(map, Signal.PRESSURE)) {
                throw new IllegalArgumentException(
                        "setting \"area\" turns a force into a pressure; the map \"%s\" has no force or already a pressure"
                                .formatted(options.map()));
            }
        }
        if (options.serial().isPresent() && map.identity().stream().noneMatch(item -> item.role() == Role.SERIAL)) {
            throw new IllegalArgumentException(
                    "setting \"serial\": a %s tells no serial number; use any".formatted(map.device()));
        }
    }

    private static boolean measures(RegisterMap map, Signal signal) {
        return map.fields().stream().anyMatch(field -> field.signal().equals(Optional.of(signal)));
    }

    private static Optional<Meter.Stack> stack(Options options) {
        return options.squareMetres().isPresent()
                ? Optional.of(new Meter.Stack(options.squareMetres().getAsDouble(), options.tareNewtons()))
                : Optional.empty();
    }

    private static void checkSerial(Options options, Device device) throws InstrumentException {
        String found = device.identity().serial();
        if (options.serial().isPresent() && !options.serial().get().equals(found)) {
            throw device.fault(
                    Kind.WRONG_DEVICE,
                    "has serial number %s, the settings want %s; are two cables or units swapped?"
                            .formatted(found, options.serial().get()));
        }
    }
}
