package cellwright.protocol.exchange;

import static cellwright.protocol.exchange.Foreign.made;
import static cellwright.protocol.exchange.Foreign.problems;
import static cellwright.protocol.exchange.Foreign.remarks;
import static cellwright.protocol.exchange.Foreign.steps;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EC-Lab settings with one Modulo Bat: what they mean here, and what is refused. */
final class MpsReaderTest {
    /** Settings whose table has these rows, cells set off by bars. */
    static String settings(String header, String rows) {
        var text = new StringBuilder("EC-LAB SETTING FILE\r\n\r\nNumber of linked techniques : 1\r\n" + header
                + "\r\nTechnique : 1\r\nModulo Bat\r\n");
        rows.lines().forEach(row -> {
            for (String cell : row.split("\\|", -1)) {
                text.append(String.format(java.util.Locale.ROOT, "%-20s", cell.strip()));
            }
            text.append("\r\n");
        });
        return text.toString();
    }

    private static final String CCCV = """
            Ns|0|1|2|3|4
            ctrl_type|Rest|CC|CV|CC|Loop
            Apply I/C|I|I|I|I|I
            ctrl1_val||500,000|4,300|-500,000|
            ctrl1_val_unit||µA|V|µA|
            ctrl1_val_vs||<None>|Ref|<None>|
            charge/discharge|Charge|Charge|Charge|Charge|Charge
            ctrl_seq|0|0|0|0|1
            ctrl_repeat|0|0|0|0|9
            lim_nb|1|2|2|1|0
            lim1_type|Time|Time|Time|Ecell|Time
            lim1_comp|>|>|>|<|>
            lim1_value|1,500|10,000|120,000|2,500|0,000
            lim1_value_unit|h|h|mn|V|s
            lim1_action|Next sequence|Stop|Next sequence|Next sequence|Next sequence
            lim1_seq|1|9999|3|4|5
            lim2_type|Time|Ecell|I|Time|Time
            lim2_type2|||||
            lim2_comp|<|>|<|<|<
            lim2_value|0,000|4,300|0,050|0,000|0,000
            lim2_value_unit|s|V|mA|s|s
            lim2_action|Next sequence|Next sequence|Next sequence|Next sequence|Next sequence
            lim2_seq|1|2|3|4|5
            rec_nb|1|2|1|1|0
            rec1_type|Time|Time|I|Ecell|Time
            rec1_value|60,000|10,000|1,000|5,000|0,000
            rec1_value_unit|s|s|µA|mV|s
            rec2_type|Time|Ecell|Time|Time|Time
            rec2_value|0,000|5,000|0,000|0,000|0,000
            rec2_value_unit|s|mV|s|s|s
            I Range|Auto|Auto|Auto|Auto|Auto
            """.replace("lim2_type|Time|Ecell|I|", "lim2_type|Time|Ecell|!I!|");

    private static String cccv() {
        return settings("""
                        Safety Limits :
                        \tEcell min = 2,00 V
                        \tEcell max = 4,50 V
                        \t|I| = 10,00 mA
                        \tfor t > 10 ms
                        Battery capacity : 5,000 mA.h
                        """, CCCV).replace("!I!", "|I|");
    }

    @Test
    void aDecimalCommaIsReadAsOne() {
        Imported imported = made(cccv());
        assertThat(imported.text().lines().filter(line -> !line.startsWith("#")))
                .containsExactly("""
                        protocol: imported
                        source: imported from EC-Lab settings
                        C-rate: cell
                        reference cycle: 1
                        record: ends only
                        limits: { voltage: 2..4.5 V, current: -10..10 mA }
                        steps:
                          - rest: 1 h 30 min
                            record: { every: 1 min }
                          - cycles: 10
                            steps:
                              - charge: 500 µA
                                until: voltage >= 4.3 V
                                at most: 10 h
                                record: { every: 10 s, dV: 5 mV }
                              - hold: 4.3 V
                                until: current <= 50 µA
                                at most: 2 h
                                when late: next
                                record: { dI: 1 µA }
                              - discharge: 500 µA
                                until: voltage <= 2.5 V
                                at most: 20 h
                                record: { dV: 5 mV }
                        """.lines().toArray(String[]::new));
        assertThat(remarks(imported.remarks()))
                .anyMatch(remark -> remark.contains("f:8:1: differs: \"for t > 10 ms\""))
                .anyMatch(remark -> remark.contains("Battery capacity"))
                .anyMatch(remark -> remark.contains("(I Range)"));
    }

    private static String one(String changes) {
        String rows = """
                ctrl_type|CC|Rest
                Apply I/C|I|I
                ctrl1_val|1.000|
                ctrl1_val_unit|mA|
                ctrl1_val_vs|<None>|
                charge/discharge|Charge|Charge
                lim_nb|1|1
                lim1_type|Ewe|Time
                lim1_comp|>|>
                lim1_value|4.300|1.000
                lim1_value_unit|V|h
                lim1_action|Next sequence|Next sequence
                lim1_seq|1|2
                """;
        for (String change : changes.split(";")) {
            String row = change.substring(0, change.indexOf('='));
            String cell = change.substring(change.indexOf('=') + 1).replace('!', '|');
            rows = rows.replaceAll(
                    "(?m)^" + java.util.regex.Pattern.quote(row) + "\\|[^|\n]*",
                    java.util.regex.Matcher.quoteReplacement(row + "|" + cell));
        }
        return settings("", rows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "lim_nb=1/- charge: 1 mA",
                "ctrl1_val=-1.000;lim1_comp=</- discharge: 1 mA",
                "charge~discharge=Discharge;lim1_comp=</- discharge: 1 mA",
                "Apply I~C=C ~ N;N=10/- charge: C~10"
            })
    void whichWayACurrentGoes(String changes, String means) {
        String text = one(changes.replace('~', '/'));
        if (changes.contains("N=")) {
            text = text.replace(
                    "ctrl_type", String.format(java.util.Locale.ROOT, "%-20s%-20s\r\nctrl_type", "N", "10.00"));
        }
        assertThat(steps(text)).startsWith(means.replace('~', '/') + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "charge/discharge=Discharge~f:12:21~no limit on a falling voltage",
                "Apply I/C=C x N~f:~",
                "ctrl1_val=0.000~f:9:21~is a Rest",
                "ctrl1_val=1,000.5~f:9:21~is no number",
                "ctrl1_val=1,000~f:16:21~another decimal mark",
                "ctrl1_val_unit=ÂµA~f:9:21~saved as UTF-8",
                "ctrl1_val_vs=Ictrl~f:11:21~depends on what flowed before",
                "ctrl_type=VS~f:7:21~cannot be said here",
                "ctrl_type=CV;ctrl1_val_unit=V;ctrl1_val_vs=Eoc~f:11:21~depends on what the cell shows",
                "lim_nb=0~f:13:21~would never end",
                "lim1_type=Energy~f:14:21~is not read",
                "lim1_comp==~f:15:21~expected > or <",
                "lim1_action=Goto sequence;lim1_seq=5~f:19:21~a jump",
                "lim1_action=Stop~f:18:21~ends the run",
                "lim1_type=Time;lim1_value_unit=h;lim1_action=Stop~f:18:21~never reached",
                "lim1_type=Time;lim1_value_unit=h;lim1_value=0.000~f:16:21~above 0"
            })
    void whatIsDangerousToGuessIsRefused(String changes, String place, String words) {
        assertThat(problems(one(changes)))
                .anySatisfy(problem -> assertThat(problem).startsWith(place).contains(words == null ? "" : words));
    }

    @Test
    void spectraAndTheirUnits() {
        assertThat(steps(settings("", """
                ctrl_type|PEIS|GEIS
                ctrl1_val|10.000|100.000
                ctrl1_val_unit|mV|uA
                ctrl2_val|1.000|10.000
                ctrl2_val_unit|MHz|kHz
                ctrl3_val|100.000|1.000
                ctrl3_val_unit|mHz|Hz
                ctrl_Nd|6|10
                ctrl_Na|2|1
                ctrl_corr|1|0
                lim_nb|0|0
                """))).isEqualTo("""
                - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 100 mHz, per decade: 6, at: open circuit }
                - eis: { mode: galvanostatic, amplitude: 100 µA, from: 10 kHz, to: 1 Hz, per decade: 10, at: open circuit }
                """);
    }

    @Test
    void aColumnThatIsOutOfPlaceIsRefused() {
        assertThat(problems(one("lim_nb=1").replaceFirst("mA  ", "  mA")))
                .singleElement()
                .asString()
                .startsWith("f:10:21: error: \"mA\" does not begin at its column");
        assertThat(problems(one("lim_nb=1").replaceFirst("mA  ", "mA\t ")))
                .singleElement()
                .asString()
                .startsWith("f:10:23: error: a tab");
    }

    @Test
    void otherTechniquesAreRefused() {
        assertThat(problems("EC-LAB SETTING FILE\n\nTechnique : 1\nOpen Circuit Voltage\n"))
                .containsExactly(
                        "f:4:1: error: the technique \"Open Circuit Voltage\" is not read; expected Modulo Bat");
        assertThat(problems(one("lim_nb=1") + "\r\nTechnique : 2\r\nModulo Bat\r\n"))
                .singleElement()
                .asString()
                .contains("a second technique");
        assertThat(problems("BT-LAB SETTING FILE\n")).singleElement().asString().contains("no Modulo Bat");
    }
}
