package cellwright.modbus;

import cellwright.instrument.Driver;
import cellwright.instrument.Instrument;
import cellwright.instrument.Ramp;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import cellwright.simulator.emulator.modbus.EmulatedModbus;
import cellwright.simulator.emulator.modbus.Framing;
import cellwright.testkit.Notation;
import cellwright.testkit.SessionContract;
import cellwright.testkit.Tale;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Sessions with load cells and chamber controllers. */
final class ModbusSessionTest implements SessionContract<EmulatedModbus> {
    private static final double SIXTY_KELVINS = 333.15;

    @Override
    public Driver driver() {
        return new ModbusDriver();
    }

    @Override
    public Notation notation() {
        return Notation.OCTETS;
    }

    /** A load cell's weight as in a published description, not from the emulated device. */
    @Override
    public List<String> byHand() {
        return List.of("published-lines");
    }

    private static Scenario<EmulatedModbus> scenario(
            String name, String story, Supplier<Rig> rig, Play<EmulatedModbus> play) {
        return new Scenario<>(
                name, story, new TreeMap<>(rig.get().settings().values()), clock -> rig.get().slave, play);
    }

    private static Rig eurotherm() {
        return Rig.eurotherm(Rig.eurotherm(Rig.oven()));
    }

    private static Rig watlow(Framing framing) {
        return Rig.watlow(Rig.watlow(Rig.oven()), framing);
    }

    private static Rig loadCell(double newtons) {
        return Rig.loadCell(Rig.cell(Rig.newtons(newtons)));
    }

    private static void sendTwice(Instrument instrument, Tale tale) {
        Regulator chamber = (Regulator) instrument;
        tale.add(chamber.span(Signal.TEMPERATURE).toString());
        tale.tell(() -> chamber.setpoint(Signal.TEMPERATURE, SIXTY_KELVINS, new Ramp(1.0 / 60)));
        tale.tell(() -> chamber.setpoint(Signal.TEMPERATURE, SIXTY_KELVINS, new Ramp(1.0 / 60)));
        tale.readExactly(chamber);
        tale.tell(chamber::makeSafe);
    }

    @Override
    public List<Scenario<EmulatedModbus>> scenarios() {
        return List.of(
                scenario(
                        "load-cell",
                        "A load cell tells who it is and is read twice.",
                        () -> loadCell(1234.5).set("area", "78.54").set("serial", "4711"),
                        (meter, device, clock, tale) -> {
                            tale.readExactly(meter);
                            tale.readExactly(meter);
                        }),
                scenario(
                        "eurotherm",
                        "A chamber is sent to 60 °C at 1 K/min, asked again for the same, and left alone.",
                        ModbusSessionTest::eurotherm,
                        (chamber, device, clock, tale) -> sendTwice(chamber, tale)),
                scenario(
                        "watlow-rtu",
                        "The same with another controller, over RTU.",
                        () -> watlow(Framing.RTU),
                        (chamber, device, clock, tale) -> sendTwice(chamber, tale)),
                scenario(
                        "watlow-tcp",
                        "The same with another controller, over TCP.",
                        () -> watlow(Framing.TCP),
                        (chamber, device, clock, tale) -> sendTwice(chamber, tale)),
                scenario(
                        "lost-acknowledgement",
                        "The answer to a write is lost: the identity is asked, the register read, nothing sent twice.",
                        () -> {
                            Rig rig = eurotherm();
                            rig.mischief().spoil(Integer.MAX_VALUE, frame -> frame[1] == 6 ? new byte[0] : frame);
                            return rig;
                        },
                        (chamber, device, clock, tale) -> tale.tell(
                                () -> ((Regulator) chamber).setpoint(Signal.TEMPERATURE, SIXTY_KELVINS, Ramp.FASTEST))),
                scenario(
                        "zeroed",
                        "A load cell is zeroed: the gross weight, counts and sign, before and after.",
                        () -> loadCell(-50),
                        (meter, device, clock, tale) -> {
                            tale.readExactly(meter);
                            tale.tell(() -> ((Meter) meter).carryOut("zero"));
                            tale.readExactly(meter);
                        }),
                scenario(
                        "wrong-device",
                        "A chamber controller where a load cell should be.",
                        () -> Rig.loadCell(Rig.eurotherm(Rig.oven())),
                        (meter, device, clock, tale) -> {
                            throw new AssertionError("it must not open");
                        }),
                scenario(
                        "published-lines",
                        "",
                        () -> loadCell(0).set("division", "1").set("link", "serial:x"),
                        (meter, device, clock, tale) -> {
                            tale.readExactly(meter);
                            tale.tell(() -> ((Meter) meter).carryOut("save"));
                        }));
    }
}
