package cellwright.simulator;

import cellwright.instrument.Setting;
import cellwright.simulator.blocking.BlockingCell;
import cellwright.simulator.blocking.BlockingDesign;
import cellwright.simulator.cell.Electrolyte;
import cellwright.simulator.cell.Surroundings;
import java.util.List;

/** What a blocking cell wants to be told besides its electrolyte. Immutable, any thread. */
final class BlockingSettings {
    static final List<Setting> DECLARED = List.of(
            Setting.optional(
                    "electronic_s_per_m", "electronic conductivity at 25 °C, S/m, or material", Answers.MATERIAL),
            Setting.optional("interface_s_per_m2", "constant-phase element of one interface, S s^a/m2", "2e-2"),
            Setting.optional("interface_exponent", "its exponent a, 0.5 to 0.95", "0.9"));

    private static final double USUAL_KG = 250e-6;

    private final Answers answers;

    BlockingSettings(Answers answers) {
        this.answers = answers;
    }

    /** The cell these settings describe, without any charge. */
    BlockingCell cell(Surroundings surroundings, double tolerance, long atNanos) {
        return new BlockingCell(design(), surroundings, tolerance, atNanos);
    }

    private BlockingDesign design() {
        answers.demand(answers.ofMaterial("anode"), "anode", "means nothing to the model blocking");
        ElectrolyteSettings layer = new ElectrolyteSettings(answers);
        Electrolyte known = layer.known();
        double area = answers.positive("area_m2");
        return new BlockingDesign(
                layer.electrolyte(answers.within("electronic_s_per_m", known.leakSiemensPerMetre(), 0, 1e6)),
                layer.metres(known.layerMetres(USUAL_KG, area)),
                area,
                answers.positive("interface_s_per_m2"),
                answers.within("interface_exponent", 0.5, 0.95));
    }
}
