package cellwright.cli;

import cellwright.protocol.exchange.ProtocolExport;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What can be written for other tools. */
sealed interface ExportFormat {
    /** The name on the command line. */
    String word();

    /** What a run can be written as. */
    enum OfRun implements ExportFormat {
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

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What a protocol can be written as.
     *
     * @param target whose format it is
     */
    record OfProtocol(ProtocolExport.Target target) implements ExportFormat {
        @Override
        public String word() {
            return target.name().toLowerCase(Locale.ROOT);
        }
    }

    /** All there are, in the order in which help names them. */
    static List<ExportFormat> all() {
        return Stream.<ExportFormat>concat(
                        Arrays.stream(OfRun.values()),
                        Arrays.stream(ProtocolExport.Target.values()).map(OfProtocol::new))
                .toList();
    }

    /** A format by its name on the command line. */
    final class ByName implements CommandLine.ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String name) {
            return all().stream()
                    .filter(format -> format.word().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException("expected one of "
                            + all().stream().map(ExportFormat::word).collect(Collectors.joining(", ")) + "; got "
                            + name));
        }
    }
}
