package cellwright.simulator;

import cellwright.simulator.cell.ParticleCell;

/** A standard cell on a bench, with a view into it. */
final class Mounted {
    final ParticleCell cell;
    final Bench bench;

    private Mounted(ParticleCell cell, Bench bench) {
        this.cell = cell;
        this.bench = bench;
    }

    /** The standard cell with other settings, in pairs. */
    static Mounted with(String... overrides) {
        RigSettings settings = new RigSettings(Bench.settings(6.22, overrides).withDefaults(RigSettings.DECLARED));
        Fixture fixture = settings.fixture(0);
        ParticleCell cell = settings.particleCell(fixture, 0);
        VirtualRig rig = new VirtualRig("A7", settings.channel(0), cell, fixture, 0);
        return new Mounted(cell, new Bench(settings.design().activeKg(), rig));
    }
}
