package cellwright.simulator;

import cellwright.instrument.Setting;
import cellwright.simulator.cell.Ageing;
import cellwright.simulator.cell.Anode;
import cellwright.simulator.cell.CathodeLibrary;
import cellwright.simulator.cell.CathodeMaterial;
import cellwright.simulator.cell.CellDesign;
import cellwright.simulator.cell.Composite;
import cellwright.simulator.cell.Layers;
import cellwright.simulator.cell.ParticleCell;
import cellwright.simulator.cell.Pchip;
import cellwright.simulator.cell.Separator;
import cellwright.simulator.cell.Stack;
import cellwright.simulator.cell.Surroundings;
import cellwright.simulator.cell.Warmth;
import java.util.List;

/** What a particle cell wants to be told: its materials, its stack and its heat. Immutable, any thread. */
final class ParticleSettings {
    private static final String MATERIAL = Answers.MATERIAL;

    static final List<Setting> DECLARED = List.of(
            Setting.optional("cathode", "active material: " + CathodeLibrary.names(), "NCM85"),
            Setting.optional(
                    "start_stoichiometry", "lithium fraction of the cathode at the beginning, or material", MATERIAL),
            Setting.optional("open_circuit", "potential versus Li+/Li as a list of x:volts, or material", MATERIAL),
            Setting.optional("diffusion_m2_per_s", "peak diffusion coefficient at 25 °C, m2/s, or material", MATERIAL),
            Setting.optional("exchange_amps_per_kg", "exchange current per active mass, A/kg, or material", MATERIAL),
            Setting.optional("nx", "particles through the depth of the cathode, 1 to 16", "1"),
            Setting.optional("ageing", "on or off: whether the cell ages and charge goes astray", "off"),
            Setting.optional("double_layer", "on or off: whether interfaces store charge in time as well", "off"),
            Setting.optional("contact_share", "particle contact at 250 MPa relative to a usual composite, 1", "1"),
            Setting.optional("active_mass_fraction", "active material per composite mass, 1", "0.8"),
            Setting.optional("porosity", "empty share of the composite's volume, 1", "0.1"),
            Setting.optional("tortuosity2", "squared tortuosity of the composite's electrolyte, or material", MATERIAL),
            Setting.optional("separator", "pellets or LiPON, or material", MATERIAL),
            Setting.optional("lipon_m", "thickness of a LiPON film, m", "1e-6"),
            Setting.optional("chloride_mass_kg", "chloride layer of the separator, kg", "40e-6"),
            Setting.optional("argyrodite_mass_kg", "argyrodite layer of the separator, kg", "100e-6"),
            Setting.optional("anode_ohm_m2", "area resistance of the anode at 25 °C, ohm m2, or material", MATERIAL),
            Setting.optional("anode_lithium_mol", "lithium in an indium anode at assembly, mol", "0.144e-3"),
            Setting.optional("anode_indium_mol", "indium in an indium anode, mol", "0.5e-3"),
            Setting.optional("lead_ohm", "resistance of leads and contacts, ohm, or material", MATERIAL),
            Setting.optional("fixture", "what keeps the pressure: servo, gap (a stiff frame) or springs", "servo"),
            Setting.optional("gap_n_per_m", "stiffness of frame, pistons and stack in series, N/m", "88e6"),
            Setting.optional("springs_n_per_m", "stiffness of springs, N/m", "2e6"),
            Setting.optional("creep_m_per_pa", "how far the stack yields to a pressure in the end, m/Pa", "4.5e-14"),
            Setting.optional("creep_time_constant_s", "time constant of that, s", "10800"),
            Setting.optional("stack_expansion_m_per_k", "by how much the stack outgrows its frame, m/K", "0"),
            Setting.optional("heat_capacity_j_per_k", "of cell and steel, J/K; 0: as warm as the chamber", "0"),
            Setting.optional("heat_loss_w_per_k", "heat loss of the cell to the chamber, W/K", "0.15"),
            Setting.optional("entropy_v_per_k", "temperature slope of the open-circuit potential, V/K", "0"));

    private static final double ANODE_ELECTRONVOLTS = 0.40;
    /** Area resistance of foil or lithium pressed against a separator; evaporated lithium is counted with the leads. */
    private static final double PRESSED_OHM_M2 = 5e-4;

    private final Answers answers;

    ParticleSettings(Answers answers) {
        this.answers = answers;
    }

    /** The cell these settings describe, rested. */
    ParticleCell cell(Surroundings surroundings, double tolerance, long atNanos) {
        Layers layers = answers.on("double_layer") ? Layers.STEPPED : Layers.LEFT_OUT;
        return new ParticleCell(design(), depth(), startStoichiometry(), surroundings, tolerance, layers, atNanos);
    }

    private int depth() {
        return (int) answers.whole("nx", 1, 16);
    }

    CellDesign design() {
        CathodeMaterial cathode = material();
        return new CellDesign(
                answers.text("cell"),
                cathode,
                activeKg(),
                answers.positive("area_m2"),
                answers.within("contact_share", 1e-3, 1),
                composite(cathode),
                separator(cathode),
                anode(cathode),
                answers.within("lead_ohm", cathode.usual().leadOhms(), 0, Double.MAX_VALUE),
                answers.on("ageing") ? cathode.ageing() : Ageing.NONE,
                warmth(),
                stack(cathode));
    }

    private double activeKg() {
        if (answers.text("active_mass_kg").equals(RigSettings.NOT_GIVEN)) {
            throw new IllegalArgumentException(
                    "setting \"active_mass_kg\" must be given; the model particle has active material");
        }
        return answers.positive("active_mass_kg");
    }

    private Warmth warmth() {
        return new Warmth(
                answers.within("heat_capacity_j_per_k", 0, 1e9),
                answers.positive("heat_loss_w_per_k"),
                answers.within("entropy_v_per_k", -0.1, 0.1));
    }

    /** A servo hides the stack's thickness. */
    private Stack stack(CathodeMaterial cathode) {
        double creep = answers.within("creep_m_per_pa", 0, 1e-12);
        double seconds = answers.positive("creep_time_constant_s");
        double expansion = answers.within("stack_expansion_m_per_k", -1e-5, 1e-5);
        double area = answers.positive("area_m2");
        return stiffness() == 0
                ? Stack.RIGID
                : Stack.of(anode(cathode).m3PerMol(), cathode.usual().m3PerMol(), area, expansion, creep, seconds);
    }

    /** Force per growth of the stack, N/m; 0 for a servo. */
    private double stiffness() {
        double gap = answers.positive("gap_n_per_m");
        double springs = answers.positive("springs_n_per_m");
        return switch (answers.text("fixture")) {
            case "servo" -> 0;
            case "gap" -> gap;
            case "springs" -> springs;
            default -> throw answers.fault("fixture", "must be servo, gap or springs");
        };
    }

    /** Pressure per growth of the stack, Pa/m; 0 for a servo. */
    double pascalsPerMetre() {
        return stiffness() / answers.positive("area_m2");
    }

    private double startStoichiometry() {
        CathodeMaterial cathode = material();
        return answers.within(
                "start_stoichiometry",
                cathode.usual().startStoichiometry(),
                Math.max(cathode.openCircuit().low(), ParticleCell.EDGE),
                Math.min(cathode.openCircuit().high(), 1 - ParticleCell.EDGE));
    }

    private CathodeMaterial material() {
        CathodeMaterial known = CathodeLibrary.named(answers.text("cathode"))
                .orElseThrow(() -> answers.fault("cathode", "must be one of " + CathodeLibrary.names()));
        CathodeMaterial material = known.with(
                known.diffusion()
                        .withM2PerS(answers.positive(
                                "diffusion_m2_per_s", known.diffusion().m2PerS())),
                known.exchange()
                        .withAmpsPerKg(answers.positive(
                                "exchange_amps_per_kg", known.exchange().ampsPerKg())));
        return answers.ofMaterial("open_circuit") ? material : material.with(openCircuit());
    }

    private Pchip openCircuit() {
        try {
            Pchip table = Pchip.of(answers.text("open_circuit"));
            answers.demand(table.falls(), "open_circuit", "must fall as the lithium fraction rises");
            answers.demand(table.low() >= 0 && table.high() <= 1, "open_circuit", "must lie between 0 and 1");
            return table;
        } catch (NumberFormatException noNumbers) {
            throw answers.fault("open_circuit", "must be a list of x:volts");
        } catch (Pchip.NoCurveException noCurve) {
            throw answers.fault("open_circuit", "is no table: " + noCurve.getMessage());
        }
    }

    private Composite composite(CathodeMaterial cathode) {
        return new Composite(
                answers.within("active_mass_fraction", 0.01, 0.99),
                answers.within("porosity", 0, 0.9),
                answers.within("tortuosity2", cathode.usual().tortuosity2(), 1, Double.MAX_VALUE),
                cathode.usual().compositeElectronvolts());
    }

    private Separator separator(CathodeMaterial cathode) {
        Separator pellets = new Separator.Pellets(
                answers.within("chloride_mass_kg", 0, 1), answers.within("argyrodite_mass_kg", 0, 1));
        Separator lipon = new Separator.Lipon(answers.within("lipon_m", 0, 1));
        return switch (answers.text("separator")) {
            case MATERIAL -> cathode.grain().film() ? lipon : pellets;
            case "pellets" -> pellets;
            case "LiPON" -> lipon;
            default -> throw answers.fault("separator", "must be pellets or LiPON");
        };
    }

    private Anode anode(CathodeMaterial cathode) {
        double usual = cathode.grain().film() ? 0 : PRESSED_OHM_M2;
        double ohmM2 = answers.within("anode_ohm_m2", usual, 0, 1);
        return switch (answers.text("anode")) {
            case MATERIAL, "In/InLi" -> indium(ohmM2);
            case "Li" -> new Anode.LithiumMetal(ohmM2, ANODE_ELECTRONVOLTS);
            default -> throw answers.fault("anode", "must be In/InLi or Li");
        };
    }

    private Anode indium(double ohmM2) {
        Anode anode = new Anode.IndiumLithium(
                answers.positive("anode_lithium_mol"),
                answers.positive("anode_indium_mol"),
                ohmM2,
                ANODE_ELECTRONVOLTS);
        anode.usedUp(0).ifPresent(why -> {
            throw answers.fault("anode_lithium_mol", "makes no two-phase anode: " + why);
        });
        return anode;
    }
}
