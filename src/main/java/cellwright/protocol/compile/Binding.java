package cellwright.protocol.compile;

import cellwright.protocol.Bench;
import cellwright.protocol.Cell;
import cellwright.protocol.Protocol;
import cellwright.protocol.Subject;

/**
 * What every part of the compiler needs to know: the three inputs, the nets laid so far, and where to complain.
 *
 * @param protocol what is asked for
 * @param cell what it is asked of
 * @param bench what it is done with
 * @param faults where complaints go
 * @param amounts turns scaled amounts into numbers
 * @param levels turns levels into numbers
 * @param cellNet the cell's envelope, and what the channel's fixture bears
 * @param runNet run limits and cell envelope together
 * @param words writes labels
 */
record Binding(
        Protocol protocol,
        Cell cell,
        Bench bench,
        Faults faults,
        AmountResolver amounts,
        Levels levels,
        Layer cellNet,
        Layer runNet,
        Labels words) {

    static Binding of(Protocol protocol, Cell cell, Bench bench, Faults faults) {
        var amounts = new AmountResolver(cell, faults);
        var levels = new Levels(new Potentials(cell, protocol.reference(), faults), amounts, faults);
        var limits = new LimitCompiler(bench, levels, faults);
        Layer cellsOwn = limits.envelope(cell.envelope());
        Layer run = limits.run(protocol.limits(), cellsOwn);
        Layer envelope = cellsOwn.within(limits.fixture());
        Labels words = new Labels(protocol.reference());
        return new Binding(protocol, cell, bench, faults, amounts, levels, envelope, run.within(envelope), words);
    }

    LimitCompiler limits() {
        return new LimitCompiler(bench, levels, faults);
    }

    /** What the potentiostat can apply and measure. */
    Window potentiostatVolts() {
        return new Window(bench.potentiostat().voltsMin(), bench.potentiostat().voltsMax());
    }

    boolean reports(Subject subject) {
        return bench.reports().contains(subject.signal());
    }
}
