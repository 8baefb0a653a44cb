package cellwright.palmsens;

import static cellwright.palmsens.Rig.GUARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.simulator.emulator.EmulatedCell.Impedance;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A long session in which one line is hurt, for each line in turn: every call ends in time, right or by name; no wrong
 * value comes out; and the cell can be made safe afterwards.
 */
final class DamageTest {
    private static final Sweep SWEEP = new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1000, 10, 1, false);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    /** What happens to a line; given the line before it too. */
    enum Damage {
        LOST,
        HALF,
        HALF_AND_MERGED,
        MERGED_WITH_THE_NEXT,
        DOUBLED,
        THE_LINE_BEFORE_AGAIN,
        ANSWER_TO_ANOTHER_QUESTION,
        GARBAGE_BEFORE,
        GARBAGE_INSIDE,
        A_BYTE_LESS,
        AN_EMPTY_LINE_BEFORE,
        CARRIAGE_RETURN,
        LATE;

        String to(String line, String before) {
            String middle = line.substring(0, line.length() / 2);
            String rest = line.substring(line.length() / 2);
            return switch (this) {
                case LOST -> "";
                case HALF -> middle + "\n";
                case HALF_AND_MERGED -> middle;
                case MERGED_WITH_THE_NEXT -> line.stripTrailing();
                case DOUBLED -> line + line;
                case THE_LINE_BEFORE_AGAIN -> before + line;
                case ANSWER_TO_ANOTHER_QUESTION -> "iSIMOTHER\nZ!0006\n" + line;
                case GARBAGE_BEFORE -> "\u00ff\u0000\u001b\u00fe\n" + line;
                case GARBAGE_INSIDE -> middle + "\u00ff\u0007" + rest;
                case A_BYTE_LESS -> middle + (rest.length() > 1 ? rest.substring(1) : rest);
                case AN_EMPTY_LINE_BEFORE -> "\n" + line;
                case CARRIAGE_RETURN -> line.replace("\n", "\r\n");
                case LATE -> line;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSingleLineMatters(Damage damage) throws InstrumentException {
        int lines = new Course(damage, Integer.MAX_VALUE).run();
        assertThat(lines).isGreaterThan(45);
        for (int line = 0; line < lines; line++) {
            new Course(damage, line).run();
        }
    }

    /** One course of the session with one line hurt. */
    private static final class Course {
        private final Rig rig = Rig.of();
        private final Damage damage;
        private final int hurt;
        private int said;
        private String before = "";

        Course(Damage damage, int hurt) throws InstrumentException {
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

        /** The number of lines said. */
        int run() throws InstrumentException {
            tried(this::read);
            tried(() -> rig.emstat.apply(new Control.Current(1e-3), GUARD));
            tried(this::read);
            tried(this::read);
            tried(() -> rig.emstat.apply(new Control.Voltage(3.602, 2e-3), GUARD));
            tried(this::read);
            tried(this::read);
            tried(() -> rig.emstat.apply(new Control.Open(), GUARD));
            tried(this::measure);
            tried(this::read);
            tried(rig.emstat::makeSafe);
            int lines = said;
            rig.instrument.mischief().delay(0).spoil(0, line -> line);
            rig.wait(Duration.ofSeconds(2));
            rig.emstat.makeSafe();
            assertThat(rig.instrument.cellOn())
                    .as("%s in line %d", damage, hurt)
                    .isFalse();
            assertThat(rig.volts()).isEqualTo(rig.instrument.volts(), within(1e-4));
            return lines;
        }

        private void tried(Scenario.Tale.Wish wish) {
            long start = rig.host.clock().nanos();
            try {
                wish.of();
            } catch (InstrumentException named) {
                assertThat(named.kind())
                        .as("%s in line %d: %s", damage, hurt, named.getMessage())
                        .isIn(Kind.TIMEOUT, Kind.GARBLED, Kind.REFUSED);
            }
            assertThat(rig.host.clock().nanos() - start)
                    .as("%s in line %d: duration", damage, hurt)
                    .isLessThanOrEqualTo(LONGEST_CALL.toNanos());
        }

        private void read() throws InstrumentException {
            Reading reading = rig.emstat.read();
            for (var sample : reading.samples()) {
                if (sample.usable()) {
                    boolean volts = sample.signal().equals(Signal.VOLTAGE);
                    double truth = volts ? rig.instrument.volts() : rig.instrument.amps();
                    assertThat(sample.value())
                            .as("%s in line %d: %s", damage, hurt, reading)
                            .isEqualTo(truth, within(volts ? 5e-3 : 3e-4));
                }
            }
        }

        private void measure() throws InstrumentException {
            Spectrum spectrum = rig.emstat.measure(SWEEP, point -> true);
            assertThat(spectrum.points()).allSatisfy(point -> {
                Impedance truth = rig.cell.impedance(point.hertz());
                assertThat(point.quality()).isEqualTo(Quality.GOOD);
                assertThat(point.real()).isEqualTo(truth.real(), within(1e-3));
                assertThat(point.imaginary()).isEqualTo(truth.imaginary(), within(1e-3));
            });
        }
    }
}
