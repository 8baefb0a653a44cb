package cellwright.template;

import static cellwright.template.EmulatedGauge.identification;
import static cellwright.template.EmulatedGauge.line;
import static cellwright.template.EmulatedGauge.measurement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.testkit.FakeHost;
import cellwright.testkit.ScriptedLink;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single exchanges from a script. */
final class GaugeTest {
    private static final String IDENTIFIED = line(identification("0042"));
    private static final String OLD = line(measurement(1, 20, "OK"));
    private static final String NEW = line(measurement(2, 20, "OK"));

    private final FakeHost host = new FakeHost();
    private final ScriptedLink link = new ScriptedLink(host.clock());

    private Instrument open(String... settings) throws InstrumentException {
        host.with("serial:x", link);
        Map<String, String> values = settings.length == 0
                ? Map.of("link", "serial:x")
                : Map.of("link", "serial:x", settings[0], settings[1]);
        var driver = new GaugeDriver();
        return driver.open(new Settings(values).withDefaults(driver.settings()), host);
    }

    private static AbstractStringAssert<?> assertFails(Kind kind, ThrowingCallable call) {
        InstrumentException failure = assertThatExceptionOfType(InstrumentException.class)
                .isThrownBy(call)
                .actual();
        assertThat(failure.kind()).isEqualTo(kind);
        return assertThat(failure.getMessage());
    }

    @AfterEach
    void everythingExpectedWasSent() {
        link.assertPlayed();
    }

    @Test
    void readsForceAndTemperature() throws InstrumentException {
        link.expects("ID?\r\n").answers(IDENTIFIED).expects("READ?\r\n").answers("+002.0", NEW.substring(6));
        try (Instrument gauge = open()) {
            assertThat(gauge.identity().serial()).isEqualTo("0042");
            assertThat(gauge.read().value(Signal.FORCE)).isEqualTo(2000);
        }
    }

    @Test
    void silenceIsATimeoutAtTheDeadline() {
        long start = host.clock().nanos();
        link.expects("ID?\r\n");
        assertFails(Kind.TIMEOUT, () -> open("deadline", "250")).contains("ID?", "250 ms", "serial:x");
        assertThat(host.clock().nanos() - start)
                .isEqualTo(Duration.ofMillis(250).toNanos());
        assertThat(host.openLinks()).isZero();
    }

    @Test
    void deadlineIsForTheWholeAnswerNotForEachByte() throws InstrumentException {
        link.expects("ID?\r\n").answers(IDENTIFIED).expects("READ?\r\n").dripping(Duration.ofMillis(40), NEW.split(""));
        try (Instrument gauge = open()) {
            long start = host.clock().nanos();
            assertFails(Kind.GARBLED, gauge::read).contains("only the beginning of a line");
            assertThat(host.clock().nanos() - start)
                    .isEqualTo(Duration.ofMillis(500).toNanos());
        }
    }

    @Test
    void garbageBeforeTheAnswerDoesNoHarm() throws InstrumentException {
        link.expects("ID?\r\n")
                .answers("\0\u0007OK*2C\r\n", IDENTIFIED)
                .expects("READ?\r\n")
                .answers("kN\r\n", NEW);
        try (Instrument gauge = open()) {
            assertThat(gauge.read().value(Signal.FORCE)).isEqualTo(2000);
        }
    }

    @Test
    void garbageAloneIsNamed() {
        link.expects("ID?\r\n").answers("\u00fe\u00fe\r\n");
        assertFails(Kind.GARBLED, this::open).contains("byte 0xfe", "baud rate");
    }

    @Test
    void lateAnswerIsNotTakenForTheNext() throws InstrumentException {
        link.expects("ID?\r\n").answers(IDENTIFIED);
        link.expects("READ?\r\n").dripping(Duration.ofMillis(501), OLD);
        link.expects("ID?\r\n").answers(IDENTIFIED).expects("READ?\r\n").answers(NEW);
        try (Instrument gauge = open()) {
            assertFails(Kind.TIMEOUT, gauge::read);
            assertThat(gauge.read().value(Signal.FORCE)).isEqualTo(2000);
        }
    }

    @Test
    void swappedCableIsNoticedAfterAFailure() throws InstrumentException {
        link.expects("ID?\r\n").answers(IDENTIFIED).expects("READ?\r\n").answers();
        link.expects("ID?\r\n").answers(line(identification("0043")));
        try (Instrument gauge = open()) {
            assertFails(Kind.TIMEOUT, gauge::read);
            assertFails(Kind.WRONG_DEVICE, gauge::read).contains("0042", "0043");
        }
    }

    @Test
    void wrongSerialNumberIsRefusedAtOpening() {
        link.expects("ID?\r\n").answers(IDENTIFIED);
        assertFails(Kind.WRONG_DEVICE, () -> open("serial", "9")).contains("0042", "9");
        assertThat(host.openLinks()).isZero();
    }

    @Test
    void refusalIsToldInTheInstrumentsWords() throws InstrumentException {
        link.expects("ID?\r\n").answers(IDENTIFIED);
        link.expects("READ?\r\n")
                .answers(line("ERR 5 warming up"))
                .expects("READ?\r\n")
                .answers(NEW);
        try (Instrument gauge = open()) {
            assertFails(Kind.REFUSED, gauge::read).contains("READ?", "error 5", "warming up");
            assertThat(gauge.read().value(Signal.FORCE)).isEqualTo(2000);
        }
    }

    @Test
    void brokenLinkIsLost() throws InstrumentException {
        link.expects("ID?\r\n")
                .answers(IDENTIFIED)
                .expects("READ?\r\n")
                .answers("+00")
                .breaks();
        try (Instrument gauge = open()) {
            assertFails(Kind.LOST, gauge::read);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10001", "soon", "NaN"})
    void senselessDeadlineIsNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("deadline", text))
                .withMessageContaining("deadline");
        assertThat(host.lentLinks()).isZero();
    }
}
