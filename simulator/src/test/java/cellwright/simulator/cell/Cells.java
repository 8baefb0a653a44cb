package cellwright.simulator.cell;

/** Cells as they are usually made, at 25 °C and 250 MPa. */
final class Cells {
    static final double AREA_M2 = 0.7854e-4;

    private Cells() {}

    /** The thin film on LiPON, or a powder between pellets: 6.22 mg/cm2 against indium. */
    static CellDesign design(CathodeMaterial cathode, Ageing ageing) {
        boolean film = cathode.grain().film();
        return new CellDesign(
                "A7",
                cathode,
                film ? 0.013e-6 : 6.22e-2 * AREA_M2,
                film ? 0.049e-4 : AREA_M2,
                1,
                new Composite(
                        0.8, 0.1, cathode.usual().tortuosity2(), cathode.usual().compositeElectronvolts()),
                film ? Separator.Lipon.MICROMETRE : Separator.Pellets.ZHOU_2022,
                film ? new Anode.LithiumMetal(0, 0) : Anode.IndiumLithium.ZHOU_2022,
                cathode.usual().leadOhms(),
                ageing,
                Warmth.OF_THE_CHAMBER,
                Stack.RIGID);
    }

    /** A rested cell with double layers in time. */
    static ParticleCell layered(CathodeMaterial cathode, int depth, double x) {
        return layered(design(cathode, Ageing.NONE), depth, x);
    }

    /** The same of any make. */
    static ParticleCell layered(CellDesign design, int depth, double x) {
        return new ParticleCell(design, depth, x, new Standing(298.15, 250e6), 2e-4, Layers.STEPPED, 0);
    }
}
