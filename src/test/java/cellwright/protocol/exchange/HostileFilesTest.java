package cellwright.protocol.exchange;

import static cellwright.protocol.exchange.Foreign.problems;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Result;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import cellwright.testkit.Texts;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, it is taken over or refused with its place; nothing is thrown, nothing grows without end. */
final class HostileFilesTest {
    @Test
    void deepNestingIsRefusedWhereItBecomesTooDeep() {
        assertThat(problems("{\"method\": " + "[".repeat(100_000)))
                .singleElement()
                .asString()
                .startsWith("f:1:")
                .contains("nesting depth");
        assertThat(problems("[".repeat(500_000))).singleElement().asString().contains("nesting depth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"record\": {\"time_s\": NaN}}",
                "{\"record\": {\"time_s\": Infinity}}",
                "{\"record\": {\"time_s\": 1, \"time_s\": 2}}",
                "{\"record\": {\"time_s\": 1e99999}}",
                "{\"record\": {\"time_s\": 1}} trailing",
                "{\"record\": {\"time_s\": 01}}",
                "{\"record\": // comment",
                "{\"record\"",
                "{",
                "\u0000",
                "",
                "<xml/>",
                "protocol: ours",
                "EC-LAB SETTING FILE"
            })
    void isRefused(String text) {
        assertThat(problems(text))
                .isNotEmpty()
                .allSatisfy(problem ->
                        assertThat(problem).startsWith("f").contains("error: ").hasSizeLessThan(700));
    }

    @Test
    void aNumberOfManyDigitsIsRefused() {
        assertThat(problems("{\"record\": {\"time_s\": " + "9".repeat(100_000) + "}}"))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).hasSizeLessThan(700));
        assertThat(problems("{\"record\": {\"time_s\": \"" + "9".repeat(5_000) + "\"}, \"method\": []}"))
                .allSatisfy(problem -> assertThat(problem).hasSizeLessThan(700))
                .anyMatch(problem -> problem.startsWith("f:1:23: error: record.time_s"));
    }

    @Test
    void loopsWithoutEndAreRefused() {
        String rest = "{\"step\":\"open_circuit_voltage\",\"until_time_s\":1}";
        String loop = ",{\"step\":\"loop\",\"loop_to\":1,\"cycle_count\":9}";
        assertThat(problems("{\"record\":{\"time_s\":1},\"method\":[" + rest + loop.repeat(50) + "]}"))
                .isNotEmpty()
                .first()
                .asString()
                .contains("nested more than");
        assertThat(problems("{\"record\":{\"time_s\":1},\"method\":[" + rest
                        + ",{\"step\":\"loop\",\"cycle_count\":99999999999}]}"))
                .singleElement()
                .asString()
                .contains("method[1].cycle_count must be a whole number");
    }

    @Test
    void manyFaultsAreNotToldEndlessly() {
        assertThat(problems("Rest\n".repeat(19_000))).hasSizeLessThanOrEqualTo(400);
        assertThat(problems("Rest for 1 s\n".repeat(30_000)))
                .singleElement()
                .asString()
                .contains("more than 20000");
    }

    @Test
    void anyTextIsTakenOverOrRefused() {
        Property.forAll(Texts.nasty(400)).check(100, text -> {
            for (String start : List.of("", "{", "[\"", "EC-LAB SETTING FILE\nTechnique : 1\nModulo Bat\n", "Rest ")) {
                assertThat(Foreign.result(start + text)).isNotNull();
            }
        });
    }

    @Test
    void aDamagedFileIsTakenOverOrRefused() throws IOException {
        List<String> files = List.of(
                Foreign.own("solid-state.json"),
                Foreign.own("formation.txt"),
                Foreign.own("cycles.json"),
                MpsReaderTest.settings("", """
                        ctrl_type|Rest
                        lim_nb|1
                        lim1_type|Time
                        lim1_comp|>
                        lim1_value|1.0
                        lim1_value_unit|h
                        lim1_action|Next sequence
                        lim1_seq|1
                        """));
        Property.forAll(Numbers.ints(0, 1_000_000).with(Numbers.ints(9, 126), (at, letter) -> new int[] {at, letter}))
                .check(150, damage -> {
                    for (String file : files) {
                        int at = damage[0] % file.length();
                        String hurt = file.substring(0, at) + (char) damage[1] + file.substring(at + 1);
                        Result<Imported> result = Foreign.result(hurt);
                        assertThat(result instanceof Result.Made
                                        || !problems(result).isEmpty())
                                .isTrue();
                        assertThat(Foreign.result(file.substring(0, at))).isNotNull();
                    }
                });
    }
}
