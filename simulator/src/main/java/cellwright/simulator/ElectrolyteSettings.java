package cellwright.simulator;

import cellwright.instrument.Setting;
import cellwright.simulator.cell.Electrolyte;
import java.util.List;

/** The electrolyte of a cell that is little else: blocking and lithium cells. Immutable, any thread. */
final class ElectrolyteSettings {
    private static final String MATERIAL = Answers.MATERIAL;
    private static final double LIPON_METRES = 1e-6;

    static final List<Setting> DECLARED = List.of(
            Setting.optional("electrolyte", "chloride, argyrodite or LiPON", "chloride"),
            Setting.optional("electrolyte_m", "thickness of the electrolyte, m, or material", MATERIAL),
            Setting.optional("electrolyte_mass_kg", "mass of the electrolyte instead, kg, or material", MATERIAL),
            Setting.optional("ionic_s_per_m", "ionic conductivity at 25 °C, S/m, or material", MATERIAL),
            Setting.optional(
                    "ionic_ev", "activation energy of conductivity times temperature, eV, or material", MATERIAL),
            Setting.optional(
                    "boundary_share", "share of the resistance in grain boundaries, 1, or material", MATERIAL));

    private final Answers answers;

    ElectrolyteSettings(Answers answers) {
        this.answers = answers;
    }

    /**
     * The electrolyte.
     *
     * @param electronicSiemensPerMetre its conductivity for electrons at 25 °C
     */
    Electrolyte electrolyte(double electronicSiemensPerMetre) {
        Electrolyte known = known();
        return new Electrolyte(
                answers.positive("ionic_s_per_m", known.siemensPerMetre()),
                answers.within("ionic_ev", known.electronvolts(), 0, 5),
                known.kgPerM3(),
                electronicSiemensPerMetre,
                answers.within("boundary_share", known.boundaryShare(), 0, 1));
    }

    /** The electrolyte by its name, with its own numbers. */
    Electrolyte known() {
        return switch (answers.text("electrolyte")) {
            case "chloride" -> Electrolyte.CHLORIDE;
            case "argyrodite" -> Electrolyte.ARGYRODITE;
            case "LiPON" -> Electrolyte.LIPON;
            default -> throw answers.fault("electrolyte", "must be chloride, argyrodite or LiPON");
        };
    }

    /**
     * Its thickness, m.
     *
     * @param pellet what a pellet has where nothing is told; a film has 1 µm
     */
    double metres(double pellet) {
        double usual = known().equals(Electrolyte.LIPON) ? LIPON_METRES : pellet;
        if (answers.ofMaterial("electrolyte_mass_kg")) {
            return answers.positive("electrolyte_m", usual);
        }
        answers.demand(
                answers.ofMaterial("electrolyte_m"),
                "electrolyte_mass_kg",
                "excludes \"electrolyte_m\"; give one of them");
        return known().layerMetres(answers.positive("electrolyte_mass_kg"), answers.positive("area_m2"));
    }
}
