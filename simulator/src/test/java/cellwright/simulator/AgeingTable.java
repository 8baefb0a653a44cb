package cellwright.simulator;

import cellwright.instrument.InstrumentException;

/**
 * Prints what ageing cells reach against the published headline numbers their parameters were tuned to; run by hand: {@code
 * java ... cellwright.simulator.AgeingTable}. Retention counts from cycle 2, the first starts from the other condition.
 */
@TouchesTheRealWorld
final class AgeingTable {
    private AgeingTable() {}

    /** Prints the table. */
    public static void main(String[] arguments) throws InstrumentException {
        row("3C", "NCM85 3C, % at 1000", "96.3 (>= 95)", () -> Aged.ncm85(3, 4.3)
                .retention(1000));
        row("3C", "NCM85 3C, % at 3000", "82.0 (80 to 90)", () -> Aged.ncm85(3, 4.3)
                .retention(3000));
        row("C/5", "NCM85 C/5, % at 600", "90.3 (88 to 92)", () -> Aged.ncm85(0.2, 4.3)
                .retention(600));
        row("4.8 V", "NCM85 C/5 to 4.8 V, % at 110", "94.9 (93.5 to 96.5)", () -> Aged.ncm85(0.2, 4.8)
                .retention(110));
        row("B", "cell B 2C, mAh/g at 2", "155.0 (150 to 160)", () -> Aged.cellB()
                .capacity(2));
        row("B", "cell B 2C, % at 1800", "94.7 (>= 94)", () -> Aged.cellB().retention(1800));
        row("622", "NCM622 C/5 to 4.6 V, mAh/g at 2", "194.0 (190 to 198)", () -> Aged.ncm622()
                .capacity(2));
        row("622", "NCM622 C/5 to 4.6 V, mAh/g at 320", "180.5 (>= 179)", () -> Aged.ncm622()
                .capacity(320));
        HeldCell held = new HeldCell(4.8);
        row("hold", "4.8 V for 30 h, uA", "0.85 (0.3 to 1.0)", () -> held.microamps(30));
        row("hold", "stoichiometry then", "0.0705 (0.069 to 0.071)", held::stoichiometry);
        row("hold", "capacity after it, % of a twin", "99.95 (>= 99)", held::percentOfTwin);
        row("hold", "4.3 V for 30 h, uA", "0.06", () -> new HeldCell(4.3).microamps(30));
        row("hold", "4.6 V for 30 h, uA", "0.26", () -> new HeldCell(4.6).microamps(30));
        FilmLife film = new FilmLife();
        film.run();
        row("film", "LNMO CE at 100, %", "99.723 (>= 99.70)", () -> film.efficiency(100));
        row("film", "LNMO CE at 400, %", "99.857 (>= 99.85)", () -> film.efficiency(400));
        row("film", "LNMO C/10 at 535 over 1, %", "100.7 (>= 98)", film::slowRetention);
    }

    /** One number of the table. */
    private interface Figure {
        double reached() throws InstrumentException;
    }

    private static void row(String group, String what, String target, Figure figure) throws InstrumentException {
        long before = System.nanoTime();
        double reached = figure.reached();
        System.out.printf(
                "%-6s %-36s target %-20s reached %9.4f   %.2f s%n",
                group, what, target, reached, (System.nanoTime() - before) * 1e-9);
    }
}
