package cellwright.simulator;

import cellwright.instrument.Setting;
import cellwright.simulator.cell.Anode;
import cellwright.simulator.cell.Surroundings;
import cellwright.simulator.lithium.LithiumCell;
import cellwright.simulator.lithium.LithiumDesign;
import cellwright.simulator.lithium.Penetration;
import java.util.List;

/** What a lithium symmetric cell wants to be told besides its electrolyte. Immutable, any thread. */
final class LithiumSettings {
    static final List<Setting> DECLARED = List.of(
            Setting.optional("interface_ohm_m2", "area resistance of one interface in full contact, ohm m2", "20e-4"),
            Setting.optional("interface_ev", "its activation energy, eV", "0.40"),
            Setting.optional("critical_a_per_m2", "critical current density of plating at 25 °C, A/m2", "2.5"),
            Setting.optional("critical_ev", "its activation energy, eV", "0.45"),
            Setting.optional("filament_c_per_m2", "charge beyond it that bridges the electrolyte, C/m2", "3600"),
            Setting.optional("filament_receded_share", "of the filament taken back per that charge stripped, 1", "0.5"),
            Setting.optional("heal_a_per_m2", "stripping that 3 MPa make good at 25 °C, A/m2", "2.0"),
            Setting.optional("void_c_per_m2", "charge stripped beyond that which leaves no contact, C/m2", "36000"),
            Setting.optional("penetration_by_pressure", "how fast, relative to what was measured, 1; 0 for none", "1"),
            Setting.optional("burn_j", "heat after which a short has burnt through, 63 times in 100, J", "0.05"),
            Setting.optional("weld_c_per_m2", "charge through shorts that welds them, C/m2", "180000"));

    private static final double USUAL_METRES = 5e-4;

    private final Answers answers;

    LithiumSettings(Answers answers) {
        this.answers = answers;
    }

    /** The cell these settings describe, fresh. */
    LithiumCell cell(Surroundings surroundings, double tolerance, long seed, long atNanos) {
        return new LithiumCell(design(), surroundings, tolerance, seed, atNanos);
    }

    private LithiumDesign design() {
        boolean lithium = answers.ofMaterial("anode") || answers.text("anode").equals("Li");
        answers.demand(lithium, "anode", "must be Li for the model lithium");
        ElectrolyteSettings layer = new ElectrolyteSettings(answers);
        return new LithiumDesign(
                layer.electrolyte(layer.known().leakSiemensPerMetre()),
                layer.metres(USUAL_METRES),
                answers.positive("area_m2"),
                new Anode.LithiumMetal(answers.positive("interface_ohm_m2"), answers.within("interface_ev", 0, 5)),
                penetration());
    }

    private Penetration penetration() {
        return new Penetration(
                answers.positive("critical_a_per_m2"),
                answers.within("critical_ev", 0, 5),
                answers.positive("filament_c_per_m2"),
                answers.within("filament_receded_share", 0, 1e3),
                answers.within("heal_a_per_m2", 0, 1e6),
                answers.positive("void_c_per_m2"),
                answers.within("penetration_by_pressure", 0, 1e3),
                answers.positive("burn_j"),
                answers.positive("weld_c_per_m2"));
    }
}
