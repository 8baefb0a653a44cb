package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.TransitionTable.Phase;
import cellwright.lab.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The laboratories of the catalogue's tests and what is done in them. */
final class Rigs {
    /** The cell's own one-C current, A. */
    static final double ONE_C = 4.885e-6 * 180;

    /** The counter electrode of the cell against lithium, V. */
    static final double COUNTER_VOLTS = 0.622;

    /** The period of the limits, P of the contract. */
    static final Duration PERIOD = Duration.ofMillis(100);

    /** Without an answer for so long an instrument is lost, T_lost of the contract. */
    static final Duration LOST = Duration.ofSeconds(1);

    /** A potentiostat's own patience with one exchange, T_cmd of the contract. */
    static final Duration COMMAND = Duration.ofMillis(250);

    private static final String BENCH = """
              bench-%1$d:
                cell: %2$s
                simulation: { start_pressure_pa: 250e6, start_stoichiometry: 0.5 }
                instruments:
                  pstat-%1$d: { plays: palmsens, settings: { model: emstat4-hr } }
            """;

    private static final String SAFETY = """
            safety: { period: 100 ms, lost after: 1 s, stale after: 2 s }
            folder: data
            """;

    private static final String WHOLE = "lab: whole\nemulated:\n" + BENCH.formatted(1, cell()) + """
                  gas: { plays: alicat, settings: { ratio: 300 } }
                  climate: { plays: ascii2 }
                  load-cell: { plays: modbus, settings: { device: laumas-tlb } }
            links: { wire-1: emulated:pstat-1, gas: emulated:gas, climate: emulated:climate, force: emulated:load-cell }
            instruments:
              driver-1: { driver: palmsens, link: wire-1, settings: { deadline: 250 } }
              press-1: { driver: alicat, link: gas, settings: { highest: 400, ratio: 300 } }
              chamber-1: { driver: ascii2, link: climate, period: 500 ms, settings: { lowest: -20, highest: 80, deadline: 300 } }
              force-1: { driver: modbus, link: force, settings: { map: laumas-tlb, area: 78.54, division: 1 } }
            channels:
              E1: { potentiostat: driver-1, sensors: [force-1], press: press-1, chamber: chamber-1 }
            """ + SAFETY;

    private Rigs() {}

    /** One potentiostat at its cell. */
    static EmulatedRig one(Path folder) throws IOException {
        return new EmulatedRig(folder, "lab: one\nemulated:\n" + BENCH.formatted(1, cell()) + """
                links: { wire-1: emulated:pstat-1 }
                instruments:
                  driver-1: { driver: palmsens, link: wire-1, settings: { deadline: 250 } }
                channels: { E1: { potentiostat: driver-1 } }
                """ + SAFETY);
    }

    /** One potentiostat at its cell that is read now and then only, for days that pass in seconds. */
    static EmulatedRig slow(Path folder, Duration period, Duration lost) throws IOException {
        return new EmulatedRig(
                folder,
                "lab: slow\nemulated:\n" + BENCH.formatted(1, cell())
                        + """
                links: { wire-1: emulated:pstat-1 }
                instruments:
                  driver-1: { driver: palmsens, link: wire-1, settings: { deadline: 250, interval: %1$d } }
                channels: { E1: { potentiostat: driver-1 } }
                safety:
                  { period: %1$d s, lost after: %2$d s, stale after: %2$d s, idle period: %1$d s, commit within: 1 s }
                folder: data
                """.formatted(period.toSeconds(), lost.toSeconds()));
    }

    /** Two potentiostats, each at its cell. */
    static EmulatedRig two(Path folder) throws IOException {
        return new EmulatedRig(
                folder,
                "lab: two\nemulated:\n" + BENCH.formatted(1, cell()) + BENCH.formatted(2, cell()) + """
                links: { wire-1: emulated:pstat-1, wire-2: emulated:pstat-2 }
                instruments:
                  driver-1: { driver: palmsens, link: wire-1, settings: { deadline: 250 } }
                  driver-2: { driver: palmsens, link: wire-2, settings: { deadline: 250 } }
                channels: { E1: { potentiostat: driver-1 }, E2: { potentiostat: driver-2 } }
                """ + SAFETY,
                "pstat-2 serial SIM0002");
    }

    /** One cell with a potentiostat, a press driven by gas, a load cell and a chamber. */
    static EmulatedRig whole(Path folder) throws IOException {
        return new EmulatedRig(folder, WHOLE);
    }

    /** One cell with a potentiostat, a press whose own gauge is the only one, and a chamber. */
    static EmulatedRig pressed(Path folder) throws IOException {
        return new EmulatedRig(folder, WHOLE.replace("sensors: [force-1], ", ""));
    }

    static Path cell() {
        return House.CELL.toAbsolutePath();
    }

    /** The cell for a channel that measures neither pressure nor temperature. */
    static Path bareCell(Path folder) throws IOException {
        String text = Files.readString(cell())
                .replaceAll("(?m)^  temperature: .*\\R", "")
                .replaceAll("(?m)^  pressure: .*\\R", "");
        return Files.writeString(folder.resolve("bare-cell.yaml"), text);
    }

    /** Starts a long charge at 1C on a channel, 1 or 2, and waits until its current flows and has been seen to. */
    static void charge(EmulatedRig rig, int channel) throws IOException {
        charge(rig, channel, CHARGE);
    }

    /** The same with another protocol that begins with a charge. */
    static void charge(EmulatedRig rig, int channel, String protocol) throws IOException {
        rig.start("E" + channel, protocol, bareCell(rig.folder()));
        rig.runUntil(Duration.ofSeconds(10), () -> rig.truth(channel - 1).amps() > 0);
        rig.run(Duration.ofSeconds(1));
        assertThat(rig.phase(channel - 1)).isEqualTo(Phase.RUNNING);
    }

    /** A charge at 1C, some minutes long. */
    static final String CHARGE = """
            protocol: charge
            reference: Li+/Li
            C-rate: cell
            record: { every: 1 s }
            limits: { voltage: 2.6..4.7 V, silence: 4 s }
            steps:
              - { charge: 1C, until: voltage >= 4.6 V, at most: 2 h }
              - { rest: 10 min }
            """;
}
