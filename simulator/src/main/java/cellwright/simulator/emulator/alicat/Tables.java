package cellwright.simulator.emulator.alicat;

import java.util.Locale;

/** The two tables the controller tells of itself. */
final class Tables {
    private static final String[] FLAGS = {"ADC", "EXH", "HLD", "LCK", "OPL", "POV"};

    private Tables() {}

    static String maker(String serial, String firmware) {
        return String.join(
                        "\r",
                        "A M00 Alicat Scientific",
                        "A M01 www.example.com",
                        "A M02 Ph   555-000-0000",
                        "A M03 info@example.com",
                        "A M04 Model Number PCD-10BARG-D",
                        "A M05 Serial Number " + serial,
                        "A M06 Date Manufactured 03/02/2025",
                        "A M07 Date Calibrated   03/02/2025",
                        "A M08 Calibrated By     SIM",
                        "A M09 Software Revision " + firmware)
                + "\r";
    }

    static String columns(GasUnit unit, int variable) {
        var text =
                new StringBuilder("A D00 ID_ NAME______________________ TYPE_______ WIDTH NOTES___________________\r");
        text.append("A D01 700 Unit ID                    string          1\r");
        text.append(pressure(2, variable == 34 ? 2 : variable == 39 ? 7 : 6, "Ga Press", unit));
        text.append(pressure(3, variable, "Ga Press Setpt", unit));
        for (int i = 0; i < FLAGS.length; i++) {
            text.append("A D%02d %d %-26s string          3 %s\r"
                    .formatted(i + 4, i == 0 ? 701 : 702, i == 0 ? "*Error" : "*Status", FLAGS[i]));
        }
        return text.toString();
    }

    private static String pressure(int row, int statistic, String name, GasUnit unit) {
        return String.format(
                Locale.ROOT,
                "A D%02d %03d %-26s s decimal     8/%d %03d 02 %sG\r",
                row,
                statistic,
                name,
                unit.decimals(),
                unit.code(),
                unit.label());
    }
}
