package cellwright.simulator;

import cellwright.instrument.Envelope;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.simulator.cell.CathodeLibrary;
import cellwright.simulator.cell.CellDesign;
import java.util.List;
import java.util.stream.Stream;

/** What a rig wants to be told, and what was told, checked as it is asked for. Immutable, any thread. */
final class RigSettings {
    private static final String MATERIAL = Answers.MATERIAL;

    private static final List<Setting> MOUNTED = List.of(
            Setting.required("cell", "name of the cell, for messages and the serial number"),
            Setting.required("active_mass_kg", "mass of the cathode's active material, kg"),
            Setting.required("area_m2", "electrode area, m2"),
            Setting.optional("cathode", "active material: " + CathodeLibrary.names(), "NCM85"),
            Setting.optional("anode", "counter electrode: In/InLi or Li", "In/InLi"),
            Setting.optional(
                    "start_stoichiometry", "lithium fraction of the cathode at the beginning, or material", MATERIAL),
            Setting.optional("start_temperature_k", "temperature at the beginning, K", "293.15"),
            Setting.optional("start_pressure_pa", "stack pressure at the beginning, Pa", "0"),
            Setting.optional("tolerance", "error allowed in a time step, in stoichiometry and volts per 5 V", "2e-4"),
            Setting.optional("open_circuit", "potential versus Li+/Li as a list of x:volts, or material", MATERIAL),
            Setting.optional("diffusion_m2_per_s", "peak diffusion coefficient at 25 °C, m2/s, or material", MATERIAL),
            Setting.optional("exchange_amps_per_kg", "exchange current per active mass, A/kg, or material", MATERIAL),
            Setting.optional("nx", "particles through the depth of the cathode, 1 to 16", "1"),
            Setting.optional("ageing", "on or off: whether the cell ages and charge goes astray", "off"),
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
            Setting.optional("press_time_constant_s", "time constant of the press, s", "5"),
            Setting.optional("fixture", "what keeps the pressure: servo, gap (a stiff frame) or springs", "servo"),
            Setting.optional("gap_n_per_m", "stiffness of frame, pistons and stack in series, N/m", "88e6"),
            Setting.optional("springs_n_per_m", "stiffness of springs, N/m", "2e6"),
            Setting.optional("creep_m_per_pa", "how far the stack yields to a pressure in the end, m/Pa", "4.5e-14"),
            Setting.optional("creep_time_constant_s", "time constant of that, s", "10800"),
            Setting.optional("stack_expansion_m_per_k", "by how much the stack outgrows its frame, m/K", "0"),
            Setting.optional("heat_capacity_j_per_k", "of cell and steel, J/K; 0: as warm as the chamber", "0"),
            Setting.optional("heat_loss_w_per_k", "heat loss of the cell to the chamber, W/K", "0.15"),
            Setting.optional("entropy_v_per_k", "temperature slope of the open-circuit potential, V/K", "0"));

    static final List<Setting> DECLARED = Stream.concat(MOUNTED.stream(), InstrumentSettings.DECLARED.stream())
            .toList();

    private final Answers answers;
    private final CellSettings cell;
    private final InstrumentSettings instrument;

    /** Settings with every default filled in. */
    RigSettings(Settings settings) {
        this.answers = new Answers(settings);
        this.cell = new CellSettings(answers);
        this.instrument = new InstrumentSettings(answers);
    }

    String cell() {
        return cell.cell();
    }

    CellDesign design() {
        return cell.design();
    }

    int depth() {
        return (int) answers.whole("nx", 1, 16);
    }

    double startStoichiometry() {
        return cell.startStoichiometry();
    }

    Envelope envelope() {
        return instrument.envelope();
    }

    double tolerance() {
        return answers.within("tolerance", 1e-7, 1e-2);
    }

    Meter meter(long atNanos) {
        return instrument.meter(startPascals(), answers.positive("area_m2"), atNanos);
    }

    Fixture fixture(long atNanos) {
        double kelvins = answers.within("start_temperature_k", VirtualRig.kelvins());
        var response = new Fixture.Response(answers.positive("press_time_constant_s"), cell.pascalsPerMetre());
        return new Fixture(response, instrument.chamber(kelvins, atNanos), startPascals(), atNanos);
    }

    private double startPascals() {
        return answers.within("start_pressure_pa", VirtualRig.pascals());
    }
}
