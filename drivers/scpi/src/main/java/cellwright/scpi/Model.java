package cellwright.scpi;

import cellwright.scpi.dialect.Classic;
import cellwright.scpi.dialect.Dialect;
import cellwright.scpi.dialect.Newer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The instruments this driver knows, with the part of their reach in which cells are cycled. */
enum Model {
    K2450("2450", new Corner(20, 1)),
    K2460("2460", new Corner(20, 4), new Corner(10, 5), new Corner(7, 7)),
    K2461("2461", new Corner(20, 4), new Corner(10, 5), new Corner(7, 7)),
    K2400("2400", new Corner(20, 1)),
    K2401("2401", new Corner(20, 1)),
    K2410("2410", new Corner(20, 1)),
    K2420("2420", new Corner(20, 3)),
    K2425("2425", new Corner(20, 3)),
    K2430("2430", new Corner(20, 3)),
    K2440("2440", new Corner(20, 1), new Corner(10, 5)),
    GSM_20H10("GSM-20H10", new Corner(20, 1));

    private final String code;
    private final List<Corner> corners;

    Model(String code, Corner... corners) {
        this.code = code;
        this.corners = List.of(corners);
    }

    /**
     * A corner of the field in which the instrument sources and sinks without end.
     *
     * @param volts largest magnitude, V
     * @param amps largest magnitude, A
     */
    record Corner(double volts, double amps) {}

    /** The model of an introduction; variants as 2400-LV count as their model. */
    static Optional<Model> of(String told) {
        return Arrays.stream(values())
                .filter(model -> told.equals(model.code) || told.startsWith(model.code + "-"))
                .findFirst();
    }

    String code() {
        return code;
    }

    /** Largest voltage of either sign, V. */
    double volts() {
        return corners.stream().mapToDouble(Corner::volts).max().orElseThrow();
    }

    /** Largest current of either sign, A. */
    double amps() {
        return corners.stream().mapToDouble(Corner::amps).max().orElseThrow();
    }

    /** Whether both can be had at once. */
    boolean reaches(double volts, double amps) {
        return corners.stream().anyMatch(corner -> volts <= corner.volts() && amps <= corner.amps());
    }

    /** Whether it can speak this language: the newer ones speak the older one's too. */
    boolean speaks(Dialect dialect) {
        boolean newer = this == K2450 || this == K2460 || this == K2461;
        return switch (dialect) {
            case Newer ignored -> newer;
            case Classic ignored -> true;
        };
    }
}
