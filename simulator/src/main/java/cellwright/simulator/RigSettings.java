package cellwright.simulator;

import cellwright.instrument.Regulator.Span;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.simulator.cell.Anode;
import cellwright.simulator.cell.CathodeMaterial;
import cellwright.simulator.cell.CellDesign;
import cellwright.simulator.cell.Composite;
import cellwright.simulator.cell.Separator;
import cellwright.simulator.cell.SingleParticleCell;
import java.util.List;

/** What a rig wants to be told, and what was told, checked as it is asked for. Immutable, any thread. */
final class RigSettings {
    /** Text that stands for the cathode material's own value. */
    private static final String MATERIAL = "material";

    static final List<Setting> DECLARED = List.of(
            Setting.required("cell", "name of the cell, for messages and the serial number"),
            Setting.required("active_mass_kg", "mass of the cathode's active material, kg"),
            Setting.required("area_m2", "electrode area, m2"),
            Setting.optional("cathode", "active material: " + CathodeMaterial.names(), "NCM85"),
            Setting.optional("anode", "counter electrode: In/InLi or Li", "In/InLi"),
            Setting.optional("start_stoichiometry", "lithium fraction of the cathode at the beginning", "0.985"),
            Setting.optional("start_temperature_k", "temperature at the beginning, K", "293.15"),
            Setting.optional("start_pressure_pa", "stack pressure at the beginning, Pa", "0"),
            Setting.optional("tolerance", "error allowed in a time step, in stoichiometry and volts per 5 V", "2e-4"),
            Setting.optional("seed", "whole number that selects the noise", "0"),
            Setting.optional("noise_volts_rms", "white noise of the measured voltage, V rms", "0"),
            Setting.optional("diffusion_m2_per_s", "peak diffusion coefficient at 25 °C, m2/s, or material", MATERIAL),
            Setting.optional("exchange_amps_per_kg", "exchange current per active mass, A/kg, or material", MATERIAL),
            Setting.optional("contact_share", "particle contact at 250 MPa relative to a usual composite, 1", "1"),
            Setting.optional("active_mass_fraction", "active material per composite mass, 1", "0.8"),
            Setting.optional("porosity", "empty share of the composite's volume, 1", "0.1"),
            Setting.optional("tortuosity2", "squared tortuosity of the composite's electrolyte, or material", MATERIAL),
            Setting.optional("chloride_mass_kg", "chloride layer of the separator, kg", "40e-6"),
            Setting.optional("argyrodite_mass_kg", "argyrodite layer of the separator, kg", "100e-6"),
            Setting.optional("anode_ohm_m2", "area resistance of the anode at 25 °C, ohm m2", "5e-4"),
            Setting.optional("anode_lithium_mol", "lithium in an indium anode at assembly, mol", "0.144e-3"),
            Setting.optional("anode_indium_mol", "indium in an indium anode, mol", "0.5e-3"),
            Setting.optional("lead_ohm", "resistance of leads and contacts, ohm, or material", MATERIAL),
            Setting.optional("press_time_constant_s", "time constant of the press, s", "5"),
            Setting.optional("chamber_time_constant_s", "time constant of the chamber, s", "1200"),
            Setting.optional("chamber_ramp_k_per_s", "fastest ramp of the chamber, K/s", "0.0333333333"));

    private static final double ANODE_ELECTRONVOLTS = 0.40;

    private final Settings settings;

    /** Settings with every default filled in. */
    RigSettings(Settings settings) {
        this.settings = settings;
    }

    String cell() {
        String name = settings.require("cell");
        demand(!name.isBlank(), "cell", "must not be empty");
        return name;
    }

    CellDesign design() {
        CathodeMaterial cathode = material();
        return new CellDesign(
                cell(),
                cathode.with(
                        cathode.diffusion()
                                .withM2PerS(positive(
                                        "diffusion_m2_per_s",
                                        cathode.diffusion().m2PerS())),
                        positive("exchange_amps_per_kg", cathode.exchangeAmpsPerKg())),
                positive("active_mass_kg"),
                positive("area_m2"),
                within("contact_share", 1e-3, 1),
                new Composite(
                        within("active_mass_fraction", 0.01, 0.99),
                        within("porosity", 0, 0.9),
                        or("tortuosity2", cathode.tortuosity2(), 1),
                        cathode.compositeElectronvolts()),
                new Separator(within("chloride_mass_kg", 0, 1), within("argyrodite_mass_kg", 0, 1)),
                anode(),
                or("lead_ohm", cathode.leadOhms(), 0));
    }

    double startStoichiometry() {
        CathodeMaterial cathode = material();
        return within(
                "start_stoichiometry",
                Math.max(cathode.openCircuit().low(), SingleParticleCell.EDGE),
                Math.min(cathode.openCircuit().high(), 1 - SingleParticleCell.EDGE));
    }

    double tolerance() {
        return within("tolerance", 1e-7, 1e-2);
    }

    Noise noise() {
        String text = settings.require("seed");
        try {
            return new Noise(Long.parseLong(text), within("noise_volts_rms", 0, 1));
        } catch (NumberFormatException notWhole) {
            throw new IllegalArgumentException(
                    "setting \"seed\" must be a whole number, got \"" + text + "\"", notWhole);
        }
    }

    Fixture fixture(long atNanos) {
        Fixture.Response response = new Fixture.Response(
                positive("press_time_constant_s"),
                positive("chamber_time_constant_s"),
                positive("chamber_ramp_k_per_s"));
        return new Fixture(
                response,
                within("start_temperature_k", VirtualRig.kelvins()),
                within("start_pressure_pa", VirtualRig.pascals()),
                atNanos);
    }

    private CathodeMaterial material() {
        String name = settings.require("cathode");
        return CathodeMaterial.named(name)
                .orElseThrow(() -> fault("cathode", "must be one of " + CathodeMaterial.names()));
    }

    private Anode anode() {
        double ohmM2 = within("anode_ohm_m2", 0, 1);
        return switch (settings.require("anode")) {
            case "In/InLi" -> indium(ohmM2);
            case "Li" -> new Anode.LithiumMetal(ohmM2, ANODE_ELECTRONVOLTS);
            default -> throw fault("anode", "must be In/InLi or Li");
        };
    }

    private Anode indium(double ohmM2) {
        Anode anode = new Anode.IndiumLithium(
                positive("anode_lithium_mol"), positive("anode_indium_mol"), ohmM2, ANODE_ELECTRONVOLTS);
        anode.usedUp(0).ifPresent(why -> {
            throw fault("anode_lithium_mol", "makes no two-phase anode: " + why);
        });
        return anode;
    }

    private double positive(String key) {
        double value = settings.number(key);
        demand(value > 0, key, "must be above 0");
        return value;
    }

    private double positive(String key, double ofMaterial) {
        return settings.require(key).equals(MATERIAL) ? ofMaterial : positive(key);
    }

    private double or(String key, double ofMaterial, double least) {
        return settings.require(key).equals(MATERIAL) ? ofMaterial : within(key, least, Double.MAX_VALUE);
    }

    private double within(String key, Span span) {
        return within(key, span.low(), span.high());
    }

    private double within(String key, double low, double high) {
        double value = settings.number(key);
        demand(value >= low && value <= high, key, "must lie between " + low + " and " + high);
        return value;
    }

    private void demand(boolean fulfilled, String key, String otherwise) {
        if (!fulfilled) {
            throw fault(key, otherwise);
        }
    }

    private IllegalArgumentException fault(String key, String sentence) {
        return new IllegalArgumentException(
                "setting \"" + key + "\" " + sentence + ", got \"" + settings.require(key) + "\"");
    }
}
