package cellwright.simulator.cell;

import cellwright.simulator.cell.CathodeMaterial.Diffusion;
import cellwright.simulator.cell.CathodeMaterial.Exchange;
import cellwright.simulator.cell.CathodeMaterial.Grain;
import cellwright.simulator.cell.CathodeMaterial.Usual;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The cathode materials that come with the simulator. The potential tables were drawn to textbook shape and the published
 * capacities; the other numbers were tuned to the published headline numbers of the cells they imitate. Stateless.
 */
public final class CathodeLibrary {
    /** Active mass the exchange currents were tuned for: 6.22 mg/cm2 on 0.7854 cm2, kg. */
    private static final double TUNED_KG = 6.22e-2 * 0.7854e-4;
    /** Active mass of the thin-film cell, kg. */
    private static final double FILM_KG = 0.013e-6;
    /** Interphase film: 0.05 ohm per root of an hour at the tuned mass. */
    private static final double FILM = 0.05 / Math.sqrt(3600) * TUNED_KG;

    /**
     * LiNi0.85Co0.1Mn0.05O2 as in the cells of Zhou et al., Nature Energy 7 (2022) 83. The exchange ceases about x = 0.132,
     * so that after 30 h at 4.8 V a spectrum has an arc of 30 kohm (reported: 31): charge transfer of 38 kohm beside the
     * passivating reaction, whose slope at 0.8 µA is 140 kohm.
     */
    public static final CathodeMaterial NCM85 = new CathodeMaterial(
            "NCM85",
            275 * 3600.0,
            4750,
            Grain.spheres(2.5e-6),
            nickelRich(2.374e-15),
            new Exchange(1.6e-3 / TUNED_KG, 0.50, 0.132, 0.0087),
            new Usual(12, 0.33, 0.1, 2, 0.985, 1.5e-6),
            nickelRich(2.0e-5, 1.96e-3),
            Pchip.of("1.0:2.30 .99:3.00 .98:3.35 .965:3.50 .945:3.565 .92:3.60 .88:3.635 .84:3.660 .80:3.685 .75:3.715"
                    + " .70:3.750 .65:3.795 .60:3.850 .55:3.905 .50:3.955 .45:4.005 .40:4.060 .35:4.120 .30:4.170"
                    + " .27:4.190 .24:4.212 .215:4.238 .20:4.265 .187:4.30 .17:4.355 .15:4.435 .125:4.54 .10:4.65"
                    + " .08:4.755 .07:4.80 .06:4.86 .05:4.94 .03:5.15"));

    /** LiNi0.6Co0.2Mn0.2O2 of the same paper. */
    public static final CathodeMaterial NCM622 = new CathodeMaterial(
            "NCM622",
            276.5 * 3600.0,
            4720,
            Grain.spheres(2.5e-6),
            nickelRich(2.62e-15),
            new Exchange(2.0e-3 / TUNED_KG, 0.50, 0.13, 0.0087),
            new Usual(12, 0.33, 0.1, 1, 0.985, 1.0e-6),
            nickelRich(2.0e-5, 2.9e-3),
            Pchip.of("1.0:2.4 .99:3.1 .975:3.50 .96:3.60 .94:3.645 .90:3.68 .85:3.705 .80:3.73 .75:3.755 .70:3.785"
                    + " .65:3.82 .60:3.865 .55:3.915 .50:3.975 .45:4.04 .40:4.115 .35:4.20 .30:4.30 .25:4.42"
                    + " .22:4.505 .20:4.57 .19:4.605 .17:4.70 .15:4.82 .10:5.1"));

    /**
     * LiCoO2 of the same paper, particles of 16 µm. Thick electrodes percolate worse: the squared tortuosity of 12 holds
     * for thin ones, 25.7 and 39.2 were fitted for 27 and 52.46 mg/cm2.
     */
    public static final CathodeMaterial LCO = new CathodeMaterial(
            "LCO",
            273.8 * 3600.0,
            5050,
            Grain.spheres(8.1e-6),
            Diffusion.constant(3e-14, 0.35),
            new Exchange(1.0e-3 / TUNED_KG, 0.50, 0.05, 0.02),
            new Usual(12, 0.242, 1, 2, 0.985, -0.8e-6),
            new Ageing(0, 0, 0, 0.5, 1, FILM, Ageing.Side.NONE),
            Pchip.of("1.0:2.6 .99:3.5 .98:3.85 .97:3.89 .95:3.90 .90:3.907 .85:3.912 .80:3.918 .76:3.925 .72:3.945"
                    + " .68:3.975 .64:4.005 .60:4.035 .57:4.06 .54:4.085 .52:4.12 .50:4.16 .48:4.185 .46:4.22"
                    + " .44:4.265 .42:4.315 .40:4.365 .38:4.41 .35:4.47 .30:4.53 .25:4.56 .20:4.70"));

    /**
     * LiNi0.5Mn1.5O4 as a dense film of 650 nm (0.013 mg on 0.049 cm2), after the thin-film cell of Cheng et al. with LiPON and
     * evaporated lithium. Its interfaces, 1020 ohm on that area, are counted with the leads.
     */
    public static final CathodeMaterial LNMO = new CathodeMaterial(
            "LNMO",
            147 * 3600.0,
            4400,
            new Grain(ParticleMesh.Shape.FILM, 650e-9),
            Diffusion.constant(3e-15, 0.35),
            new Exchange(19.6e-6 / FILM_KG, 0.50, Double.NEGATIVE_INFINITY, 1),
            new Usual(1, 0.33, 1, 50 + 1020, 0.99, 0),
            new Ageing(0, 0, 0, 0.5, 1, 0, new Ageing.Side(1e-7 / FILM_KG, 4.9, 9.73, 5e4 * FILM_KG, 0.024)),
            Pchip.of("1.0:3.2 .995:3.75 .985:3.95 .97:4.02 .95:4.06 .935:4.12 .925:4.35 .915:4.58 .90:4.66 .85:4.685"
                    + " .75:4.695 .65:4.70 .55:4.708 .50:4.715 .46:4.735 .40:4.745 .30:4.752 .20:4.76 .10:4.775"
                    + " .05:4.80 .02:4.86 .005:5.0 0:5.3"));

    private static final Map<String, CathodeMaterial> KNOWN =
            new TreeMap<>(Map.of(NCM85.name(), NCM85, NCM622.name(), NCM622, LCO.name(), LCO, LNMO.name(), LNMO));

    private CathodeLibrary() {}

    /** The material of a name, if it is known. */
    public static Optional<CathodeMaterial> named(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }

    /** The names {@link #named} knows, separated by commas. */
    public static String names() {
        return String.join(", ", KNOWN.keySet());
    }

    /** Layered nickel oxides: slow when full, slow when empty. */
    private static Diffusion nickelRich(double m2PerS) {
        return new Diffusion(m2PerS, 0.5, 0.33, 1e-18, 0.35);
    }

    /** They tire where diffusion strains them, and lose more where the lattice collapses. */
    private static Ageing nickelRich(double lossPerTurn, double collapseLossPerTurn) {
        Ageing.Side side = new Ageing.Side(2e-6 / TUNED_KG, 4.8, 9.73, 15 * TUNED_KG, 0);
        return new Ageing(0.0535 / 3600, lossPerTurn, collapseLossPerTurn, 0.236, 0.012, FILM, side);
    }
}
