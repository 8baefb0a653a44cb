package cellwright.modbus;

import static cellwright.testkit.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Ramp;
import cellwright.instrument.Signal;
import cellwright.modbus.codec.Call;
import cellwright.modbus.codec.Crc;
import cellwright.modbus.codec.Octets;
import cellwright.modbus.codec.RtuState;
import cellwright.modbus.codec.Table;
import cellwright.simulator.emulator.modbus.EmulatedModbus;
import cellwright.simulator.emulator.modbus.Framing;
import cellwright.simulator.emulator.modbus.RegisterDevice;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.DoubleAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What lines and devices do to answers, and that no wrong number comes of it. */
final class FaultTest {
    private final DoubleAdder newtons = Rig.newtons(100);
    private final RegisterDevice cell = Rig.cell(newtons);
    private final Rig rig = Rig.loadCell(cell);

    private static Rig on(Framing framing) {
        return Rig.watlow(Rig.watlow(Rig.oven()), framing);
    }

    @Test
    void aSpoiledChecksumIsToldAndTheNextReadingIsGood() throws InstrumentException {
        try (Meter meter = rig.meter()) {
            rig.mischief().spoilChecksum(1);
            assertFails(Kind.GARBLED, meter::read).contains("wrong checksum");
            assertThat(meter.read().value(Signal.FORCE)).isEqualTo(100);
        }
    }

    @Test
    void spoiledChecksumsAreNamed() throws InstrumentException {
        try (Meter meter = rig.meter()) {
            rig.mischief().spoilChecksum(Integer.MAX_VALUE);
            assertFails(Kind.GARBLED, meter::read).contains("wrong checksum", "01 03", "baud rate");
            rig.mischief().spoilChecksum(0);
            assertThat(meter.read().value(Signal.FORCE)).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherUnitsAnswerIsNotTaken(Framing framing) throws InstrumentException {
        Rig line = on(framing);
        try (Controller chamber = line.controller()) {
            line.mischief().shiftUnit(4);
            assertFails(Kind.GARBLED, chamber::read).contains("unit 5");
            line.mischief().shiftUnit(0);
            assertThat(chamber.read().has(Signal.TEMPERATURE)).isTrue();
        }
    }

    @Test
    void anAnswerWithAnotherNumberIsNotTaken() throws InstrumentException {
        Rig socket = on(Framing.TCP);
        try (Controller chamber = socket.controller()) {
            socket.mischief().shiftTransaction(-1);
            assertFails(Kind.GARBLED, chamber::read).contains("answers request number");
            socket.mischief().shiftTransaction(0);
            assertThat(chamber.read().has(Signal.TEMPERATURE)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void silenceIsATimeoutAtTheDeadlineAndPasses(Framing framing) throws InstrumentException {
        Rig line = on(framing);
        try (Controller chamber = line.set("deadline", "250").controller()) {
            line.host.clock().advance(Duration.ofSeconds(1));
            line.mischief().silent(true);
            long start = line.host.clock().nanos();
            assertFails(Kind.TIMEOUT, chamber::read).contains("250 ms", "read holding registers 2808 to 2811");
            assertThat(line.host.clock().nanos() - start)
                    .isEqualTo(Duration.ofMillis(250).toNanos());
            line.mischief().silent(false);
            assertThat(chamber.read().has(Signal.TEMPERATURE)).isTrue();
        }
    }

    /** The answer to a question that was given up comes while the next one waits. */
    @ParameterizedTest
    @CsvSource({"501", "505", "700", "900"})
    void aLateAnswerIsNeverTakenForTheNext(long millis) throws InstrumentException {
        try (Meter meter = rig.meter()) {
            rig.mischief().delay(Duration.ofMillis(millis).toNanos());
            assertFails(Kind.TIMEOUT, meter::read);
            rig.mischief().delay(0);
            newtons.add(50);
            assertThat(meter.read().value(Signal.FORCE)).isEqualTo(150);
            newtons.add(50);
            assertThat(meter.read().value(Signal.FORCE)).isEqualTo(200);
        }
    }

    /** A device that is always too late never gives a number, and never one of before. */
    @Test
    void aDeviceThatIsAlwaysLateGivesNoNumber() throws InstrumentException {
        try (Meter meter = rig.meter()) {
            rig.mischief().delay(Duration.ofMillis(600).toNanos());
            for (int i = 0; i < 20; i++) {
                newtons.add(1);
                double force = newtons.sum();
                try {
                    assertThat(meter.read().value(Signal.FORCE)).isEqualTo(force);
                } catch (InstrumentException late) {
                    assertThat(late.kind()).isIn(Kind.TIMEOUT, Kind.GARBLED);
                }
            }
        }
    }

    @Test
    void aSwappedCableIsNoticedAfterAFailure() throws InstrumentException {
        try (Meter meter = rig.meter()) {
            rig.mischief().lose(1);
            assertFails(Kind.TIMEOUT, meter::read);
            rig.mischief().spoil(Integer.MAX_VALUE, frame -> withSerial(frame, 4712));
            assertFails(Kind.WRONG_DEVICE, meter::read).contains("4711", "4712", "swapped");
        }
    }

    /** Changes the serial number in an answer that holds one, and closes it again. */
    private static byte[] withSerial(byte[] frame, int serial) {
        if (frame.length != 13) {
            return frame;
        }
        byte[] other = frame.clone();
        other[9] = (byte) (serial >> 8);
        other[10] = (byte) serial;
        var body = Octets.of(other, 11);
        return body.with(Crc.of(body)).bytes();
    }

    @Test
    void exceptionsAreToldInWordsAndLeaveTheStepAlone() throws InstrumentException {
        try (Meter meter = rig.meter()) {
            rig.mischief().refuse(1, 6);
            assertFails(Kind.REFUSED, meter::read)
                    .contains("exception 6, it is busy", "read holding registers 6 to 10");
            int before = rig.host.sent().size();
            assertThat(meter.read().value(Signal.FORCE)).isEqualTo(100);
            assertThat(rig.host.sent()).hasSize(before + 1);
        }
    }

    @Test
    void anEchoingAdapterDoesNoHarm() throws InstrumentException {
        rig.mischief().echo(true);
        try (Meter meter = rig.meter()) {
            assertThat(meter.read().value(Signal.FORCE)).isEqualTo(100);
            meter.carryOut("zero");
            assertThat(meter.read().value(Signal.FORCE)).isZero();
        }
        var oven = Rig.oven();
        Rig chamberRig = Rig.eurotherm(Rig.eurotherm(oven));
        chamberRig.mischief().echo(true);
        try (Controller chamber = chamberRig.controller()) {
            chamber.setpoint(Signal.TEMPERATURE, 333.15, Ramp.FASTEST);
            assertThat(oven.target()).isEqualTo(60);
        }
    }

    @Test
    void garbageBeforeAnAnswerIsPassedOver() throws InstrumentException {
        try (Meter meter = rig.meter()) {
            rig.mischief().spoil(Integer.MAX_VALUE, frame -> {
                byte[] noisy = new byte[frame.length + 5];
                Arrays.fill(noisy, 0, 5, (byte) 0x01);
                System.arraycopy(frame, 0, noisy, 5, frame.length);
                return noisy;
            });
            assertThat(meter.read().value(Signal.FORCE)).isEqualTo(100);
        }
    }

    /** Whatever happens to the bytes of an answer, the force told is the true one or none. */
    @Test
    void noHurtAnswerBecomesANumber() {
        Property.forAll(Numbers.ints(0, Integer.MAX_VALUE)).check(400, seed -> {
            var truth = Rig.newtons(100);
            Rig hurt = Rig.loadCell(Rig.cell(truth));
            try (Meter meter = hurt.meter()) {
                var random = new SplittableRandom(seed);
                hurt.mischief().spoil(random.nextInt(1, 4), frame -> hurt(frame, random));
                for (int i = 0; i < 4; i++) {
                    truth.add(1);
                    double force = truth.sum();
                    try {
                        assertThat(meter.read().value(Signal.FORCE)).isEqualTo(force);
                    } catch (InstrumentException told) {
                        assertThat(told.kind()).isIn(Kind.GARBLED, Kind.TIMEOUT);
                    }
                }
            } catch (InstrumentException impossible) {
                throw new AssertionError(impossible);
            }
        });
    }

    private static byte[] hurt(byte[] frame, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(frame, random.nextInt(frame.length));
            case 1 -> flipped(frame, random.nextInt(frame.length * Byte.SIZE));
            case 2 -> Arrays.copyOfRange(frame, random.nextInt(frame.length), frame.length);
            default -> flipped(flipped(frame, random.nextInt(frame.length * Byte.SIZE)), random.nextInt(8));
        };
    }

    private static byte[] flipped(byte[] frame, int bit) {
        byte[] other = frame.clone();
        other[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return other;
    }

    @Test
    void aLostLinkIsLost() throws InstrumentException {
        try (Meter meter = rig.meter()) {
            rig.host.cut();
            assertFails(Kind.LOST, meter::read);
        }
    }

    @Test
    void thePauseOfTheMapIsKept() throws InstrumentException {
        Rig line = on(Framing.RTU);
        try (Controller chamber = line.controller()) {
            chamber.read();
            long start = line.host.clock().nanos();
            chamber.read();
            assertThat(line.host.clock().nanos() - start)
                    .isEqualTo(Duration.ofMillis(60).toNanos());
        }
    }

    @Test
    void aRequestThatNobodyOwnsIsNotAnswered() {
        EmulatedModbus slave = new EmulatedModbus(Framing.RTU, 7, cell);
        var call = new Call.Read(Table.HOLDING, 6, 5);
        slave.receive(RtuState.frame(1, call.pdu()).bytes(), 0);
        assertThat(slave.fetch(Long.MAX_VALUE)).isEmpty();
        slave.receive(RtuState.frame(7, call.pdu()).bytes(), 0);
        assertThat(slave.fetch(Long.MAX_VALUE)).hasSize(15);
    }
}
