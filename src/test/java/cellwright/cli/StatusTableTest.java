package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How it stands with a channel, in a line or a few. */
class StatusTableTest {
    private static List<String> lines(String more) throws JsonProcessingException {
        List<String> lines = new ArrayList<>();
        StatusTable.channel(new ObjectMapper().readTree("""
                        {"channel":"A1","state":"running","run":"r-1","step":"spectrum","cycle":0,"voltage_v":3.7,
                         "current_a":null,"cause":null,"alarm":null,"reading_age_s":31.5""" + more + "}"), lines);
        return lines;
    }

    @Test
    void aSpectrumUnderWayExplainsWhyNothingIsHeardOfTheCell() throws JsonProcessingException {
        assertThat(lines(",\"spectrum_for_s\":31.4,\"spectrum_at_most_s\":210"))
                .satisfiesExactly(
                        channel -> assertThat(channel).startsWith("A1").contains("3.70000", "31.5", "r-1, spectrum"),
                        spectrum -> assertThat(spectrum.strip())
                                .isEqualTo("a spectrum has been measured for 31 s, it may take 210 s"));
    }

    @Test
    void withoutOneNothingIsSaidOfSpectra() throws JsonProcessingException {
        assertThat(lines(",\"spectrum_for_s\":null,\"spectrum_at_most_s\":null"))
                .hasSize(1);
    }
}
