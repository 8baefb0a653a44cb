package cellwright.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** What a run can be written as. */
enum ExportFormat {
    /** Battery Data Format, CSV. */
    BDF_CSV,
    /** Battery Data Format, Parquet. */
    BDF_PARQUET,
    /** The cycle table with its definitions. */
    CYCLES_CSV,
    /** EC-Lab ASCII. */
    MPT,
    /** PyProBE's Parquet and README. */
    PYPROBE,
    /** Spectra, three columns each. */
    EIS_CSV;

    /** The name on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A format by its name on the command line. */
    static final class ByName implements CommandLine.ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String name) {
            return Arrays.stream(values())
                    .filter(format -> format.word().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException("expected one of "
                            + Arrays.stream(values()).map(ExportFormat::word).collect(Collectors.joining(", "))
                            + "; got " + name));
        }
    }
}
