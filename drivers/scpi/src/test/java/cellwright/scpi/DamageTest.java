package cellwright.scpi;

import static cellwright.scpi.Rig.GUARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.simulator.emulator.scpi.SmuKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A long session in which one answer is hurt, for each answer in turn: every call ends in time, right or by name; no wrong
 * value comes out; the output is never on without the open off-state; and the cell can be made safe afterwards.
 */
final class DamageTest {
    /** Of the older language, whose answers look alike, only every third. */
    private static final int SOME = 3;

    private static final Duration LONGEST_CALL = Duration.ofSeconds(15);

    /** What happens to an answer; given the one before it too. */
    enum Damage {
        LOST,
        HALF,
        HALF_AND_MERGED,
        MERGED_WITH_THE_NEXT,
        DOUBLED,
        THE_ANSWER_BEFORE_AGAIN,
        ANSWER_TO_ANOTHER_QUESTION,
        GARBAGE_BEFORE,
        GARBAGE_INSIDE,
        A_BYTE_LESS,
        AN_EMPTY_LINE_BEFORE,
        BOTH_LINE_ENDS,
        DECIMAL_COMMA,
        BYTE_ORDER_MARK,
        LATE;

        String to(String line, String before) {
            String middle = line.substring(0, line.length() / 2);
            String rest = line.substring(line.length() / 2);
            String bare = line.stripTrailing();
            return switch (this) {
                case LOST -> "";
                case HALF -> middle + "\n";
                case HALF_AND_MERGED -> middle;
                case MERGED_WITH_THE_NEXT -> bare;
                case DOUBLED -> line + line;
                case THE_ANSWER_BEFORE_AGAIN -> before + line;
                case ANSWER_TO_ANOTHER_QUESTION -> "0,\"No error\"\nKEITHLEY,MODEL 2450,SIMOTHER,1\n" + line;
                case GARBAGE_BEFORE -> "\u00ff\u0000\u001b\u00fe\n" + line;
                case GARBAGE_INSIDE -> middle + "\u00ff\u0007" + rest;
                case A_BYTE_LESS -> middle + (rest.length() > 1 ? rest.substring(1) : rest);
                case AN_EMPTY_LINE_BEFORE -> "\n" + line;
                case BOTH_LINE_ENDS -> bare + "\n\r";
                case DECIMAL_COMMA -> line.replace('.', ',');
                case BYTE_ORDER_MARK -> "\u00ef\u00bb\u00bf" + line;
                case LATE -> line;
            };
        }
    }

    static Stream<Arguments> damages() {
        return Stream.of(SmuKind.K2450, SmuKind.K2400)
                .flatMap(kind -> Arrays.stream(Damage.values()).map(damage -> Arguments.of(kind, damage)));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void noSingleAnswerMatters(SmuKind kind, Damage damage) throws InstrumentException {
        int lines = new Course(kind, damage, Integer.MAX_VALUE).run();
        assertThat(lines).isGreaterThan(60);
        for (int line = 0; line < lines; line += kind == SmuKind.K2400 ? SOME : 1) {
            new Course(kind, damage, line).run();
        }
    }

    /** One course of the session with one answer hurt. */
    private static final class Course {
        private final Rig rig;
        private final Damage damage;
        private final int hurt;
        private int said;
        private String before = "";

        Course(SmuKind kind, Damage damage, int hurt) throws InstrumentException {
            this.rig = Rig.of(kind);
            this.damage = damage;
            this.hurt = hurt;
            rig.instrument.mischief().spoil(Integer.MAX_VALUE, this::spoilt);
        }

        private String spoilt(String line) {
            String previous = before;
            before = line;
            if (damage == Damage.LATE) {
                rig.instrument
                        .mischief()
                        .delay(said == hurt ? Duration.ofMillis(1500).toNanos() : 0);
            }
            return said++ == hurt ? damage.to(line, previous) : line;
        }

        /** The number of answers. */
        int run() throws InstrumentException {
            tried(this::read);
            tried(() -> rig.smu.apply(new Control.Current(1e-3), GUARD));
            tried(this::read);
            tried(() -> rig.smu.apply(new Control.Voltage(3.602, 2e-3), GUARD));
            tried(this::read);
            tried(() -> rig.smu.apply(new Control.Open(), GUARD));
            tried(this::read);
            tried(rig.smu::makeSafe);
            int lines = said;
            rig.instrument.mischief().delay(0).spoil(0, line -> line);
            rig.wait(Duration.ofSeconds(3));
            rig.smu.makeSafe();
            assertThat(rig.instrument.connected())
                    .as("%s in answer %d", damage, hurt)
                    .isFalse();
            assertThat(rig.volts()).isEqualTo(rig.instrument.volts(), within(1e-4));
            return lines;
        }

        /** Something the driver is asked for. */
        private interface Wish {
            void of() throws InstrumentException;
        }

        private void tried(Wish wish) {
            long start = rig.host.clock().nanos();
            try {
                wish.of();
            } catch (InstrumentException named) {
                assertThat(named.kind())
                        .as("%s in answer %d: %s", damage, hurt, named.getMessage())
                        .isIn(Kind.TIMEOUT, Kind.GARBLED, Kind.REFUSED, Kind.WRONG_DEVICE);
            }
            assertThat(rig.instrument.outputOn() && !rig.instrument.offStateOpens())
                    .as("%s in answer %d: on without the open off-state", damage, hurt)
                    .isFalse();
            assertThat(rig.host.clock().nanos() - start)
                    .as("%s in answer %d: duration", damage, hurt)
                    .isLessThanOrEqualTo(LONGEST_CALL.toNanos());
        }

        private void read() throws InstrumentException {
            Reading reading = rig.smu.read();
            for (var sample : reading.samples()) {
                if (sample.usable()) {
                    boolean volts = sample.signal().equals(Signal.VOLTAGE);
                    double truth = volts ? rig.instrument.volts() : rig.instrument.amps();
                    assertThat(sample.value())
                            .as("%s in answer %d: %s", damage, hurt, reading)
                            .isEqualTo(truth, within(volts ? 5e-3 : 3e-4));
                }
            }
        }
    }
}
