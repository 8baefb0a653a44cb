package cellwright.world.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cellwright.testkit.Property;
import cellwright.testkit.Texts;
import cellwright.world.link.SerialMode.Flow;
import cellwright.world.link.SerialMode.Parity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses of links: what they mean, and what is said of those that mean nothing. */
class LinkAddressTest {
    @Test
    void aSerialAddressStatesItsModeOrTakesTheUsual() {
        assertThat(LinkAddress.parse("serial:/dev/serial/by-id/usb-x"))
                .isEqualTo(new LinkAddress.Serial(
                        "serial:/dev/serial/by-id/usb-x", "/dev/serial/by-id/usb-x", SerialMode.USUAL));
        String all = "serial:COM3?baud=230400&bits=7&parity=even&stop=2&flow=rts-cts";
        assertThat(LinkAddress.parse(all))
                .isEqualTo(
                        new LinkAddress.Serial(all, "COM3", new SerialMode(230_400, 7, Parity.EVEN, 2, Flow.RTS_CTS)));
    }

    @Test
    void aSocketMayBeNamedOrNumbered() {
        assertThat(LinkAddress.parse(" tcp:192.0.2.7:502 "))
                .isEqualTo(new LinkAddress.Tcp("tcp:192.0.2.7:502", "192.0.2.7", 502));
        assertThat(LinkAddress.parse("tcp:[2001:db8::7]:5025"))
                .isEqualTo(new LinkAddress.Tcp("tcp:[2001:db8::7]:5025", "2001:db8::7", 5025));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COM3 | no address of a link",
                "serial: | names no port",
                "serial:?baud=9600 | names no port",
                "serial:/dev/ttyS0?speed=9600 | no option of a serial line; known are baud",
                "serial:/dev/ttyS0?baud=fast | whole number of 50",
                "serial:/dev/ttyS0?baud=9600&baud=9600 | stands twice",
                "serial:/dev/ttyS0?parity=mark | expected even, none, odd",
                "serial:/dev/ttyS0?bits=9 | expected 5, 6, 7, 8",
                "tcp:192.0.2.7 | tcp:HOST:PORT",
                "tcp:host:0 | port of 1 to 65535",
                "tcp:host:65536 | port of 1 to 65535",
                "tcp::502 | tcp:HOST:PORT",
            })
    void whatMeansNothingIsRefusedWithWhatWasExpected(String text, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkAddress.parse(text))
                .withMessageContaining(said)
                .withMessageContaining("\"");
    }

    @Test
    void noTextMakesAnythingButAnAddressOrAComplaint() {
        Property.forAll(Texts.nasty(20)).check(300, text -> {
            for (String prefix : new String[] {"", "serial:", "tcp:", "serial:x?"}) {
                try {
                    LinkAddress.parse(prefix + text);
                } catch (IllegalArgumentException expected) {
                    assertThat(expected).hasMessageMatching("(?s).*(expected|known are|keep one).*");
                }
            }
        });
    }

    @Test
    void namesThatMayChangeHandsAreKnown() {
        assertThat(((LinkAddress.Serial) LinkAddress.parse("serial:/dev/ttyUSB0")).unstable())
                .isTrue();
        assertThat(((LinkAddress.Serial) LinkAddress.parse("serial:/dev/serial/by-id/usb-x")).unstable())
                .isFalse();
    }

    @Test
    void aByteTakesAllItsBits() {
        assertThat(SerialMode.USUAL.secondsPerByte()).isCloseTo(10.0 / 9600, within(1e-12));
        assertThat(new SerialMode(9600, 8, Parity.EVEN, 2, Flow.NONE).secondsPerByte())
                .isCloseTo(12.0 / 9600, within(1e-12));
    }
}
