package cellwright.analysis.impedance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects what has to be known about a fit. */
final class Doubting {
    private static final double STRONG = 0.98;
    private static final double ILL = 1e8;
    private static final double HALF = 0.5;

    private final FittedCircuit fit;
    private final HeldFit held;
    private final FittedCircuit.Search search;
    private final List<FitDoubt> doubts = new ArrayList<>();

    Doubting(FittedCircuit fit, HeldFit held, FittedCircuit.Search search) {
        this.fit = fit;
        this.held = held;
        this.search = search;
    }

    List<FitDoubt> all() {
        ofParameters();
        ofPairs();
        ofTheWhole();
        return List.copyOf(doubts);
    }

    private void ofParameters() {
        for (int i = 0; i < held.held().length; i++) {
            String name = name(i);
            if (held.held()[i]) {
                add(FitDoubt.Kind.AT_LIMIT, String.format(Locale.ROOT, "%s %s and was held", name, held.ends()[i]));
            } else if (fit.estimate(name).relativeUncertainty() > HALF) {
                double share = 100 * fit.estimate(name).relativeUncertainty();
                add(FitDoubt.Kind.UNCERTAIN, String.format(Locale.ROOT, "%s is known to %.0f %% only", name, share));
            }
        }
    }

    private void ofPairs() {
        for (int i = 0; i < held.held().length; i++) {
            for (int j = i + 1; j < held.held().length; j++) {
                double correlation = fit.correlation(i, j);
                if (Math.abs(correlation) > STRONG) {
                    add(
                            FitDoubt.Kind.CORRELATED,
                            String.format(
                                    Locale.ROOT, "%s and %s are correlated by %.4f", name(i), name(j), correlation));
                }
            }
        }
    }

    private void ofTheWhole() {
        if (fit.condition() > ILL) {
            add(
                    FitDoubt.Kind.ILL_CONDITIONED,
                    String.format(Locale.ROOT, "the condition number of the Jacobian is %.1e", fit.condition()));
        }
        if (!search.improved()) {
            add(FitDoubt.Kind.NOT_IMPROVED, "the fit is no better than the guess");
        }
        if (search.reordered()) {
            add(FitDoubt.Kind.ARCS_SORTED, "arcs of the same form were renamed by their time constants");
        }
        if (search.alike() == 1 && search.finalists() > 1) {
            add(
                    FitDoubt.Kind.LONELY,
                    String.format(Locale.ROOT, "only one of %d descents arrived here", search.finalists()));
        }
        if (!held.finished()) {
            add(FitDoubt.Kind.ABORTED, "the last descent was cut off; these are the best values it saw");
        }
    }

    private String name(int index) {
        return fit.circuit().parameters().get(index).name();
    }

    private void add(FitDoubt.Kind kind, String text) {
        doubts.add(new FitDoubt(kind, text));
    }
}
