package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Signal;
import cellwright.simulator.cell.Ageing;
import cellwright.simulator.cell.CellDesign;
import cellwright.simulator.cell.Layers;
import cellwright.simulator.cell.Ledger;
import cellwright.simulator.cell.ParticleCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ageing against the headline numbers it was tuned to; {@link AgeingTable} prints the longer ones. */
class AgeingTest {
    @Test
    void deepChargesWearTheOxide() throws Exception {
        assertThat(Aged.ncm85(0.2, 4.8).retention(110)).isCloseTo(94.9, within(0.5));
        assertThat(Aged.ncm85(0.2, 4.3).retention(200)).isBetween(95.0, 98.0);
    }

    @Test
    void fastOnesDoNot() throws Exception {
        assertThat(Aged.ncm85(3, 4.3).retention(200)).isGreaterThan(98.5);
        assertThat(Aged.cellB().capacity(2)).isCloseTo(155, within(1.0));
    }

    @Test
    void ncm622LastsItsLife() throws Exception {
        Aged cell = Aged.ncm622();
        assertThat(cell.capacity(2)).isCloseTo(194, within(1.0));
        assertThat(cell.capacity(318)).isCloseTo(180.5, within(1.0));
    }

    @Test
    void aHoldAtHighVoltagePassivatesAndCostsNothing() throws Exception {
        HeldCell held = new HeldCell(4.8);
        assertThat(held.microamps(30)).isBetween(0.7, 0.95);
        assertThat(held.stoichiometry()).isCloseTo(0.07, within(1e-3));
        assertThat(held.percentOfTwin()).isBetween(99.0, 100.1);
    }

    @ParameterizedTest
    @CsvSource({"4.3, 0.06", "4.6, 0.26"})
    void lowerHolds(double volts, double expected) throws Exception {
        assertThat(new HeldCell(volts).microamps(30)).isCloseTo(expected, within(0.02));
    }

    @Test
    void theThinFilmsEfficiencyRisesWithTheRootOfTheCycles() throws Exception {
        FilmLife film = new FilmLife();
        film.run();
        assertThat(film.efficiency(100)).isCloseTo(99.723, within(0.01));
        assertThat(film.efficiency(400)).isCloseTo(99.857, within(0.01));
        assertThat(film.efficiency(3)).as("a change of rate is no efficiency").isCloseTo(91.8, within(1.5));
        assertThat(film.slowRetention()).isBetween(99.0, 101.5);
        assertThat(film.capacity(3)).isCloseTo(127, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"1", "4"})
    void everyCoulombIsAccountedFor(String nx) throws Exception {
        Mounted mounted = Mounted.with("ageing", "on", "nx", nx);
        Bench bench = mounted.bench;
        double throughput = 0;
        for (int i = 0; i < 10; i++) {
            bench.cycle(1, Bench.LOW, 4.0);
            bench.rig.apply(new Control.Voltage(4.1, 2e-3), Bench.WIDE);
            bench.rest(2 * Bench.HOUR);
            bench.rig.apply(new Control.Power(-2e-3), Bench.WIDE);
            bench.rest(Bench.HOUR / 4);
            bench.rig.makeSafe();
            bench.rest(Bench.HOUR);
            throughput += 4;
        }
        Ledger ledger = mounted.cell.ledger();
        assertThat(ledger.appliedCoulombs())
                .isCloseTo(bench.rig.read().value(Signal.CHARGE), within(1e-11 * throughput));
        assertThat(ledger.intercalatedCoulombs() + ledger.sideCoulombs() + ledger.leakedCoulombs())
                .isCloseTo(ledger.appliedCoulombs(), within(1e-11 * throughput));
        assertThat(ledger.sideCoulombs()).isPositive();
        assertThat(ledger.leakedCoulombs()).isPositive();
        assertThat(mounted.cell.condition().filmOhms())
                .isCloseTo(0.05 * Math.sqrt(bench.rig.nowNanos() / 3.6e12), within(1e-3));
    }

    /** What the oxide gave up is what the ledger says, in a cell that loses no material. */
    @Test
    void intercalatedIsWhatTheParticlesExchanged() throws Exception {
        Mounted mounted = Mounted.with("ageing", "on", "cathode", "LNMO", "anode", "Li", "start_stoichiometry", "0.9");
        double before = mounted.cell.meanStoichiometry();
        mounted.bench.drive(mounted.bench.amps(0.05));
        mounted.bench.rest(6 * Bench.HOUR);
        mounted.bench.drive(-mounted.bench.amps(0.05));
        mounted.bench.rest(4 * Bench.HOUR);
        double moved = (before - mounted.cell.meanStoichiometry()) * mounted.cell.cathodeCoulombs();
        assertThat(mounted.cell.ledger().intercalatedCoulombs()).isCloseTo(moved, within(1e-9));
        assertThat(mounted.cell.ledger().sideCoulombs()).isGreaterThan(1e-3 * moved);
    }

    @Test
    void aChargedCellDischargesItself() throws Exception {
        Bench bench = new Bench("ageing", "on");
        bench.cycle(0.2, Bench.LOW, Bench.HIGH);
        bench.drive(bench.amps(0.2));
        bench.until(Signal.VOLTAGE, Bench.HIGH, true);
        bench.rig.makeSafe();
        double rested = bench.rest(24 * Bench.HOUR).value(Signal.VOLTAGE);
        assertThat(bench.rest(1000 * Bench.HOUR).value(Signal.VOLTAGE)).isBetween(rested - 0.1, rested - 1e-4);
    }

    @Test
    void theEndOfLifeIsNamedAndTheCellCanStillRest() throws Exception {
        RigSettings settings = new RigSettings(Bench.settings(6.22).withDefaults(RigSettings.DECLARED));
        CellDesign made = settings.design();
        CellDesign shortLived = made.with(new Ageing(0, 1, 0, 0.2, 0.1, 0, Ageing.Side.NONE));
        Fixture fixture = settings.fixture(0);
        ParticleCell cell = new ParticleCell(shortLived, 1, 0.985, fixture, 2e-4, Layers.LEFT_OUT, 0);
        Bench bench = new Bench(made.activeKg(), new VirtualRig("A7", settings.channel(0), cell, fixture, 0));
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        bench.cycle(0.2);
                    }
                })
                .isInstanceOfSatisfying(
                        InstrumentException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MODEL_LEFT))
                .hasMessageContainingAll("end of life", "95");
        bench.rig.makeSafe();
        bench.rest(Bench.HOUR);
        assertThat(cell.condition().activeLost()).isBetween(0.9, 0.96);
    }
}
