package cellwright.simulator.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TricksTest {
    private final List<Object> done = new ArrayList<>();
    private final Tricks tricks = new Tricks()
            .toggle("silent", "says nothing", done::add)
            .count("drop", "loses lines", done::add)
            .number("drift", "adds volts", done::add)
            .word("serial", "another number", done::add)
            .plain("reboot", "loses power", () -> done.add("rebooted"));

    @Test
    void eachTakesWhatItSays() {
        List.of("silent on", "silent off", "drop 3", "drift -0.5", "serial X1", " reboot ")
                .forEach(tricks::obey);
        assertThat(done).containsExactly(true, false, 3, -0.5, "X1", "rebooted");
        assertThat(tricks.list())
                .extracting("usage")
                .containsExactly("silent on|off", "drop N", "drift X", "serial WORD", "reboot");
    }

    @ParameterizedTest
    @CsvSource({
        "jump, it knows no trick \"jump\"",
        "silent, one word more",
        "silent maybe, on or off",
        "drop 1.5, whole number",
        "drop -1, whole number",
        "drift NaN, finite",
        "drift x, takes a number",
        "serial A B, one word more",
        "reboot now, nothing more"
    })
    void anythingElseIsRefusedAndNotDone(String words, String message) {
        assertThatThrownBy(() -> tricks.obey(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThat(done).isEmpty();
    }
}
