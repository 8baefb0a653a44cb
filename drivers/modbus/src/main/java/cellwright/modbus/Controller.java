package cellwright.modbus;

import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import cellwright.modbus.map.Fix;
import cellwright.modbus.map.Setpoint;
import cellwright.modbus.map.Setpoint.RampPlan;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A device that regulates, the controller of a temperature chamber for one. The thread of the link only. */
public final class Controller implements Regulator {
    private final Device device;
    private final Meter meter;
    private final Map<Signal, Target> targets;
    private final Map<Signal, List<Integer>> ordered = new LinkedHashMap<>();

    private Controller(Device device, Meter meter, Map<Signal, Target> targets) {
        this.device = device;
        this.meter = meter;
        this.targets = targets;
    }

    /**
     * Asks the device for its own limits.
     *
     * @throws InstrumentException if it does not tell them, or none that leave room with the map's
     */
    static Controller of(Device device, Meter meter) throws InstrumentException {
        Map<Signal, Target> targets = new LinkedHashMap<>();
        for (Setpoint setpoint : device.map().setpoints()) {
            targets.put(setpoint.signal(), Target.of(setpoint, device));
        }
        return new Controller(device, meter, targets);
    }

    @Override
    public Identity identity() {
        return meter.identity();
    }

    @Override
    public List<Signal> signals() {
        return meter.signals();
    }

    @Override
    public Reading read() throws InstrumentException {
        return meter.read();
    }

    @Override
    public List<Signal> regulates() {
        return List.copyOf(targets.keySet());
    }

    @Override
    public Span span(Signal signal) {
        return target(signal).span();
    }

    private Target target(Signal signal) {
        Target target = targets.get(signal);
        if (target == null) {
            throw new IllegalArgumentException("it does not regulate " + signal.name() + ", only " + targets.keySet());
        }
        return target;
    }

    /**
     * Sets a target: the limit of the rate first, then the set-point, each written only if the device holds something
     * else, once, and read back. Nothing that a person has to switch is switched.
     *
     * @throws InstrumentException with kind {@code OUT_OF_ENVELOPE} and nothing sent if value or rate are beyond the device;
     *     {@code REFUSED} if it is not ready or does not hold what it acknowledged; after {@code TIMEOUT} or
     *     {@code GARBLED} the device was found not to have taken the set-point, or could not be asked
     */
    @Override
    public void setpoint(Signal signal, double value, Ramp ramp) throws InstrumentException {
        Target target = target(signal);
        List<Integer> words = target.words(value, device);
        List<Integer> rate = target.rate(ramp, device);
        device.regain();
        ready(target.setpoint());
        if (target.setpoint().ramp().isPresent()) {
            limitRate(target.setpoint().ramp().get(), rate);
        }
        ordered.remove(signal);
        device.ensure(target.setpoint().spot(), words, "the set-point of " + signal.name());
        ordered.put(signal, words);
    }

    private void ready(Setpoint setpoint) throws InstrumentException {
        for (Setpoint.Need need : setpoint.needs()) {
            List<Integer> wanted = words(need.fix());
            List<Integer> found = device.words(need.fix().spot());
            if (!need.fix().spot().same(wanted, found)) {
                throw device.fault(
                        Kind.REFUSED,
                        "takes no set-point now: %s (register %d is %s and not %s)"
                                .formatted(
                                        need.otherwise(),
                                        need.fix().spot().at(),
                                        Device.number(need.fix().spot(), found),
                                        need.fix().number().toPlainString()));
            }
        }
    }

    private void limitRate(RampPlan plan, List<Integer> rate) throws InstrumentException {
        if (!rate.isEmpty()) {
            device.ensure(plan.spot(), rate, "the rate of the set-point");
        }
        for (Fix fix : rate.isEmpty() ? plan.off() : plan.on()) {
            device.ensure(fix.spot(), words(fix), "the ramp");
        }
    }

    private static List<Integer> words(Fix fix) {
        return fix.spot().encode(fix.number(), RoundingMode.HALF_EVEN).orElseThrow();
    }

    /**
     * Leaves the device as it is: a chamber goes on to hold its set-point, and a ramp under way goes on to its end, since
     * losing temperature is itself a harm. Writes nothing. Returns when the device answered that it is still the same one
     * and still holds the set-points ordered here.
     *
     * @throws InstrumentException {@code REFUSED} if somebody else changed a set-point
     */
    @Override
    public void makeSafe() throws InstrumentException {
        device.confirm();
        for (Map.Entry<Signal, List<Integer>> each : ordered.entrySet()) {
            Setpoint setpoint = target(each.getKey()).setpoint();
            List<Integer> held = device.words(setpoint.spot());
            if (!setpoint.spot().same(each.getValue(), held)) {
                throw device.fault(
                        Kind.REFUSED,
                        "holds %s as set-point of %s in register %d, ordered was %s; somebody changed it at the device"
                                .formatted(
                                        Device.number(setpoint.spot(), held),
                                        each.getKey().name(),
                                        setpoint.spot().at(),
                                        Device.number(setpoint.spot(), each.getValue())));
            }
        }
    }

    @Override
    public void close() {
        meter.close();
    }
}
