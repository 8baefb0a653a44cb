package cellwright.modbus;

import cellwright.instrument.Identity;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.modbus.codec.Call;
import cellwright.modbus.map.Field;
import cellwright.modbus.map.Registers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A device that measures and regulates nothing, a load-cell transmitter for one. The thread of the link only. */
public final class Meter implements Instrument {
    private final Device device;
    private final Optional<Stack> stack;
    private final List<Signal> signals;

    /**
     * How force becomes stack pressure.
     *
     * @param squareMetres area the force stands on, above 0
     * @param tareNewtons force that is no stack pressure
     */
    record Stack(double squareMetres, double tareNewtons) {
        Sample pressure(Sample force) {
            return new Sample(Signal.PRESSURE, (force.value() - tareNewtons) / squareMetres, force.quality());
        }
    }

    Meter(Device device, Optional<Stack> stack) {
        this.device = device;
        this.stack = stack;
        List<Signal> told = new ArrayList<>();
        device.map().fields().forEach(field -> field.signal().ifPresent(told::add));
        stack.ifPresent(area -> told.add(Signal.PRESSURE));
        this.signals = List.copyOf(told);
    }

    @Override
    public Identity identity() {
        return device.identity();
    }

    @Override
    public List<Signal> signals() {
        return signals;
    }

    /**
     * Measures. Stamped with the time of the first question, so that no value claims to be newer than it is.
     *
     * <p>After a failure the device is asked who it is before anything else. Nothing is tried again here: whoever reads decides
     * that, and counts how often it was necessary.
     */
    @Override
    public Reading read() throws InstrumentException {
        device.regain();
        return measured();
    }

    private Reading measured() throws InstrumentException {
        long asked = device.line().nowNanos();
        Registers registers = device.registers(device.map().reads());
        List<Sample> samples = new ArrayList<>();
        for (Field field : device.map().fields()) {
            field.signal().ifPresent(signal -> samples.add(field.sample(signal, registers)));
        }
        stack.ifPresent(area -> samples.add(area.pressure(force(samples))));
        return new Reading(asked, asked, samples);
    }

    private static Sample force(List<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.signal().equals(Signal.FORCE))
                .findFirst()
                .orElse(new Sample(Signal.FORCE, Double.NaN, Quality.MISSING));
    }

    /** The commands of the device's map, by name. */
    public List<String> commands() {
        return device.map().commands().keySet().stream().sorted().toList();
    }

    /**
     * Tells the device to do something of its own, such as taring; once, and never again by itself.
     *
     * @param name one of {@link #commands()}
     * @throws InstrumentException if it does not acknowledge
     * @throws IllegalArgumentException if the map has no such command
     */
    public void carryOut(String name) throws InstrumentException {
        Call call = device.map().commands().get(name);
        if (call == null) {
            throw new IllegalArgumentException("there is no command \"" + name + "\"; known are " + commands());
        }
        device.regain();
        device.order(call);
    }

    /** Nothing to do: it drives nothing. */
    @Override
    public void makeSafe() {}

    @Override
    public void close() {
        device.close();
    }
}
