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

    private static List<String> follower(String more) throws JsonProcessingException {
        List<String> lines = new ArrayList<>();
        StatusTable.follower(new ObjectMapper().readTree("""
                        {"follower":"influx","target":"http://h:1, cells","rows":12345,"records_behind":77,"bytes_behind":4000""" + more + "}"), lines);
        return lines;
    }

    @Test
    void aFollowerSaysHowFarBehindItIsAndWhy() throws JsonProcessingException {
        assertThat(follower(",\"age_s\":0.0,\"trouble\":null,\"alarm\":null"))
                .containsExactly("influx (http://h:1, cells): 12,345 rows arrived; nothing is behind");
        assertThat(follower(",\"age_s\":61.25,\"trouble\":\"it is down\",\"alarm\":\"look\""))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("77 records, 4,000 bytes, 61.3 s behind"),
                        line -> assertThat(line.strip()).isEqualTo("because: it is down"),
                        line -> assertThat(line.strip()).isEqualTo("ALARM: look"));
    }
}
