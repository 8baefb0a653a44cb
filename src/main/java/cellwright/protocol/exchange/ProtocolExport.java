package cellwright.protocol.exchange;

import cellwright.protocol.Cell;
import cellwright.protocol.Limits;
import cellwright.protocol.Place;
import cellwright.protocol.Protocol;
import cellwright.protocol.RateBasis;
import cellwright.protocol.Result;
import cellwright.protocol.yaml.ReadProtocol;
import java.util.List;
import java.util.Optional;

/** Writes a protocol for other programs. */
public final class ProtocolExport {
    private ProtocolExport() {}

    /** Languages that are written. */
    public enum Target {
        /** JSON of aurora-unicycler, which makes files of BioLogic, Neware and others from it. */
        UNICYCLER,
        /** PyBaMM sentences, one a line, loops written out. */
        PYBAMM
    }

    /**
     * The protocol in another language, with remarks; or everything that is wrong, with its place.
     *
     * @param target the language
     * @param read the protocol and where its parts stand
     * @param cell what voltages versus an electrode and currents per area or mass need, and what 1C is
     */
    public static Result<Exported> write(Target target, ReadProtocol read, Optional<Cell> cell) {
        Protocol protocol = read.protocol();
        var ledger = new Ledger(read.places().file());
        var figures = new CellFigures(cell, protocol.reference());
        heading(protocol, read, ledger);
        List<CommonStep> steps = new CommonSteps(figures, ledger, read.places()).of(protocol.steps(), "steps", "");
        if (steps.isEmpty() && !ledger.anyError()) {
            ledger.error(Place.whole(ledger.file()), "no step of this protocol can be said there, so nothing is left");
        }
        Optional<Exported> written = ledger.anyError()
                ? Optional.empty()
                : switch (target) {
                    case UNICYCLER -> new UnicyclerWriter(read, figures, ledger).write(steps);
                    case PYBAMM -> new PybammWriter(read, ledger).write(steps);
                };
        return written.isPresent() && !ledger.anyError()
                ? new Result.Made<>(written.get(), List.of())
                : ledger.refuse();
    }

    private static void heading(Protocol protocol, ReadProtocol read, Ledger ledger) {
        if (protocol.rateBasis() instanceof RateBasis.MeasuredIn measured) {
            ledger.changed(
                    read.places().at("rates").toString(),
                    "C-rates are of the capacity measured in cycle " + measured.cycle()
                            + " here; there they are of the nominal capacity throughout");
        }
        for (Limits.Bound bound : protocol.limits().bounds()) {
            switch (bound.subject()) {
                case VOLTAGE, CURRENT -> {}
                case TEMPERATURE, PRESSURE, FORCE ->
                    ledger.lost(
                            read.places().at("limits/" + bound.subject().word()).toString(),
                            "the limit on " + bound.subject().word());
            }
        }
        protocol.limits()
                .silence()
                .ifPresent(silence -> ledger.lost(
                        read.places().at("limits/silence").toString(), "the longest time without a reading"));
    }
}
