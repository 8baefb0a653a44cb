package cellwright.simulator.cell;

/**
 * Finds voltage and current of a cell under a drive: the cathode's voltage over the current that reaches it, and the
 * current that goes astray over the voltage. Mutable, one thread.
 */
final class Terminals {
    private static final int ROUNDS = 200;
    private static final double VOLTS_CLOSE = 2e-12;

    private final Cathode cathode;
    private final Astray astray;
    private final CurrentSearch search;
    private final CurrentSearch held = new CurrentSearch(new Held());
    private double volts;
    private double amps;
    private double intercalating;
    private double heldAstray;
    private double ohms;
    private boolean unreachable;

    Terminals(Cathode cathode, Astray astray) {
        this.cathode = cathode;
        this.astray = astray;
        boolean plain = cathode.depth() == 1 && !cathode.layered() && !astray.any();
        this.search = new CurrentSearch(plain ? new OneNode() : new Steep());
    }

    /** Cell voltage, V. */
    double volts() {
        return volts;
    }

    /** Current at the terminals, A, positive charges. */
    double amps() {
        return amps;
    }

    /** Current that takes lithium out of the cathode, A. */
    double intercalating() {
        return intercalating;
    }

    /** Whether some power was out of reach since {@link #forgive}. */
    boolean unreachable() {
        return unreachable;
    }

    void forgive() {
        unreachable = false;
    }

    /** Solves for the stage or state the cathode looks at. */
    void solve(Drive drive) {
        switch (drive) {
            case Drive.Amps current -> {
                amps = current.amps();
                volts = voltsAt(amps);
            }
            case Drive.Volts hold -> hold(hold);
            case Drive.Watts power -> {
                amps = continues(power) ? search.forWatts(power.watts(), amps) : search.forWatts(power.watts());
                unreachable |= search.failed();
                volts = voltsAt(amps);
            }
        }
    }

    /**
     * Whether a power is searched from the current at hand: where currents within an almost empty ladder have more than one
     * balance, that stays with one of them.
     */
    private boolean continues(Drive.Watts power) {
        return cathode.depth() > 1 && power.watts() > 0 && amps > 0 && Double.isFinite(amps);
    }

    private void hold(Drive.Volts hold) {
        CurrentSearch quickest = astray.any() ? held : search;
        heldAstray = astray.any() ? astray.amps(hold.volts()) : 0;
        amps = quickest.forVolts(hold.volts(), Double.isFinite(amps) ? amps : 0, 2 * hold.maxAmps());
        if (quickest.atBound()) {
            volts = voltsAt(amps);
        } else {
            volts = hold.volts();
            intercalating = amps - astray.share(amps) * amps - heldAstray;
        }
    }

    private double voltsAt(double current) {
        if (!astray.any()) {
            intercalating = current;
            return cathode.volts(current);
        }
        return balanced(current);
    }

    /**
     * The voltage at which what goes astray and what the cathode takes make up the current: the root of a rising function, by
     * Newton where that gets on and bisection where it does not.
     */
    private double balanced(double current) {
        double reaching = current - astray.share(current) * current;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double at = Double.isFinite(volts) ? volts : 0;
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            intercalating = reaching - astray.amps(at);
            double inside = cathode.voltsWithSlope(intercalating) + cathode.seriesOhms() * (current - intercalating);
            double damping = 1 + (cathode.ohms() - cathode.seriesOhms()) * astray.siemens();
            double move = (inside - at) / damping;
            if (move > 0) {
                low = at;
            } else {
                high = at;
            }
            boolean slow = !(at + move > low && at + move < high) || Math.abs(move) > 0.5 * before;
            boolean bisects = slow && high - low < Double.POSITIVE_INFINITY;
            double next = bisects ? 0.5 * (low + high) : at + move;
            before = Math.abs(next - at);
            if (!(Math.abs(move) > VOLTS_CLOSE && before > 0)) {
                ohms = slope(current) / damping;
                return at + move;
            }
            at = next;
        }
        return Double.NaN;
    }

    /** Slope of the voltage against the current at the terminals, as if the current that goes astray were constant. */
    private double slope(double current) {
        double series = cathode.seriesOhms();
        return (cathode.ohms() - series) * (1 - astray.share(current)) + series;
    }

    /** A single node and no current astray: the slope is taken from a small difference. */
    private final class OneNode implements CurrentSearch.Curve {
        @Override
        public double volts(double current) {
            return cathode.volts(current);
        }

        @Override
        public double slope(double current) {
            double apart = Math.max(1e-6 * Math.abs(current), 1e-9);
            return (cathode.volts(current + apart) - cathode.volts(current - apart)) / (2 * apart);
        }
    }

    /** Whatever there is, with slopes as they are known. */
    private final class Steep implements CurrentSearch.Curve {
        @Override
        public double volts(double current) {
            if (astray.any()) {
                return voltsAt(current);
            }
            double at = cathode.voltsWithSlope(current);
            ohms = cathode.ohms();
            return at;
        }

        @Override
        public double slope(double current) {
            return ohms;
        }
    }

    /** While the voltage is held, the current that goes astray is known. */
    private final class Held implements CurrentSearch.Curve {
        @Override
        public double volts(double current) {
            double reaching = current - astray.share(current) * current - heldAstray;
            return cathode.voltsWithSlope(reaching) + cathode.seriesOhms() * (current - reaching);
        }

        @Override
        public double slope(double current) {
            return Terminals.this.slope(current);
        }
    }
}
