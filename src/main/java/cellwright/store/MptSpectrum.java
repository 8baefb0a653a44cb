package cellwright.store;

import cellwright.engine.Nanos;
import cellwright.engine.SpectrumRow;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A spectrum as EC-Lab ASCII, technique electrochemical impedance spectroscopy. */
public final class MptSpectrum {
    private static final List<String> COLUMNS = List.of(
            "freq/Hz",
            "Re(Z)/Ohm",
            "-Im(Z)/Ohm",
            "|Z|/Ohm",
            "Phase(Z)/deg",
            "time/s",
            "<Ewe>/V",
            "<I>/mA",
            "cycle number",
            "Ns");

    private MptSpectrum() {}

    /**
     * Writes the usable points of a spectrum. The time is that of the order, which the instrument does not tell for each point, and
     * voltage and current are those just before it. The file has one technique of one sequence, whose number Ns is 0.
     *
     * @return how many points
     */
    public static int write(Path file, Provenance about, MptCell cell, SpectrumRow row) throws IOException {
        String technique = row.sweep().mode() == Sweep.Mode.POTENTIOSTATIC
                ? "Potentio Electrochemical Impedance Spectroscopy"
                : "Galvano Electrochemical Impedance Spectroscopy";
        int points = 0;
        try (BufferedWriter out = MptText.open(file)) {
            out.write(MptText.heading(
                    technique,
                    MptText.about(about, cell, String.valueOf(file.getFileName())),
                    MptParameters.sweep(row.sweep()),
                    COLUMNS));
            for (Spectrum.Point point : row.spectrum().points()) {
                if (BdfTable.isUsable(point)) {
                    out.write(line(point, row));
                    points++;
                }
            }
        }
        return points;
    }

    private static String line(Spectrum.Point point, SpectrumRow row) {
        double degrees = Math.toDegrees(Math.atan2(point.imaginary(), point.real()));
        double[] numbers = {
            point.hertz(),
            point.real(),
            -point.imaginary(),
            Math.hypot(point.real(), point.imaginary()),
            degrees,
            (double) row.testNanos() / Nanos.PER_SECOND,
            row.before().value(Signal.VOLTAGE),
            row.before().value(Signal.CURRENT) * 1e3,
            row.cycle()
        };
        StringBuilder line = new StringBuilder();
        for (double number : numbers) {
            line.append(MptText.number(number)).append('\t');
        }
        return line.append("0\r\n").toString();
    }
}
