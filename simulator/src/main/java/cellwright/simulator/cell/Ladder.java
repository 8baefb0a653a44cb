package cellwright.simulator.cell;

/**
 * How a current spreads over the depth of a composite: nodes from the separator to the collector, joined by the ionic
 * resistance of the electrolyte on one side and the electronic one of the oxide on the other.
 *
 * <pre>
 * i_k = J_k - J_(k+1),  J_0 = I,  J_n = 0                     J: ionic current in front of node k
 * phi_(k+1) - phi_k + r_ion J_(k+1) - r_el (I - J_(k+1)) = 0  for each segment
 * V = phi_0 + r_ion I/2 + sum r_el (I - J_k) + r_el I/2
 * </pre>
 *
 * <p>The equations are the stationary point of a convex energy; damped Newton finds it, with one tridiagonal elimination
 * for both the correction and the response to the total current. However far it has come, the node currents add up to
 * the total. After Newman and Tobias, J. Electrochem. Soc. 109 (1962) 1183. Mutable, one thread, no allocation.
 */
final class Ladder {
    private static final int ROUNDS = 200;
    /** The correction that follows such a miss (V) leaves one of its square over the thermal voltage. */
    private static final double VOLTS_CLOSE = 1e-8;

    private final Node[] nodes;
    private final double[] flow;
    private final double[] before;
    private final double[] correction;
    private final double[] response;
    private final double[] miss;
    private double ionicOhms;
    private double electronicOhms;
    private double ohms;
    private double front;

    /** Joins nodes, the first at the separator. */
    Ladder(Node[] nodes) {
        int segments = nodes.length - 1;
        this.nodes = nodes;
        flow = new double[nodes.length + 1];
        before = new double[segments];
        correction = new double[segments];
        response = new double[segments];
        miss = new double[segments];
        spread();
    }

    /** Sets the resistances through the whole depth, ohm. */
    void through(double ionic, double electronic) {
        ionicOhms = ionic / nodes.length;
        electronicOhms = electronic / nodes.length;
    }

    /** Current into a node at the latest {@link #volts}, A. */
    double amps(int node) {
        return flow[node] - flow[node + 1];
    }

    /** Slope of the voltage at the latest {@link #volts}, ohm. */
    double ohms() {
        return ohms;
    }

    /** Voltage of the whole cathode at a total current; not a number if no spread of it was found. */
    double volts(double amps) {
        foresee(amps);
        double size = size();
        for (int round = 0; round < ROUNDS && Double.isFinite(size); round++) {
            eliminate();
            double volts = end() + endOfCorrection();
            if (size < VOLTS_CLOSE * VOLTS_CLOSE) {
                step(1);
                return volts;
            }
            size = walk(size);
        }
        spread();
        return Double.NaN;
    }

    /** Takes the latest spread over to another total, by the response found last. */
    private void foresee(double amps) {
        double more = amps - flow[0];
        flow[0] = amps;
        for (int k = 0; k < response.length; k++) {
            flow[k + 1] += response[k] * more;
        }
    }

    /** Follows the correction as far as it makes the miss smaller; returns the new miss. */
    private double walk(double size) {
        System.arraycopy(flow, 1, before, 0, before.length);
        for (double share = 1; share > 1e-9; share *= 0.5) {
            System.arraycopy(before, 0, flow, 1, before.length);
            step(share);
            double now = size();
            if (now < size || now < VOLTS_CLOSE * VOLTS_CLOSE) {
                return now;
            }
        }
        return Double.NaN;
    }

    private void step(double share) {
        for (int k = 0; k < correction.length; k++) {
            flow[k + 1] += share * correction[k];
        }
    }

    /** Evaluates all nodes; sum of the squared misses, V2. */
    private double size() {
        double sum = 0;
        double here = nodes[0].voltsWithSlope(amps(0));
        front = here;
        for (int k = 0; k < miss.length; k++) {
            double back = nodes[k + 1].voltsWithSlope(amps(k + 1));
            double through = flow[k + 1];
            miss[k] = back - here + ionicOhms * through - electronicOhms * (flow[0] - through);
            sum += miss[k] * miss[k];
            here = back;
        }
        return sum;
    }

    /** Solves for the correction and for the response of the flows to the total. */
    private void eliminate() {
        int last = miss.length - 1;
        double[] above = before;
        double near = nodes[0].ohms();
        for (int k = 0; k <= last; k++) {
            double far = nodes[k + 1].ohms();
            double diagonal = near + far + ionicOhms + electronicOhms;
            double left = k == 0 ? 0 : -near;
            double pivot = diagonal - (k == 0 ? 0 : left * above[k - 1]);
            double pull = electronicOhms + (k == 0 ? near : 0);
            correction[k] = (-miss[k] - (k == 0 ? 0 : left * correction[k - 1])) / pivot;
            response[k] = (pull - (k == 0 ? 0 : left * response[k - 1])) / pivot;
            above[k] = -far / pivot;
            near = far;
        }
        for (int k = last - 1; k >= 0; k--) {
            correction[k] -= above[k] * correction[k + 1];
            response[k] -= above[k] * response[k + 1];
        }
        slope();
    }

    private void slope() {
        double near = nodes[0].ohms();
        ohms = near + 0.5 * ionicOhms + (nodes.length - 0.5) * electronicOhms - near * response[0];
        for (double each : response) {
            ohms -= electronicOhms * each;
        }
    }

    private double end() {
        double volts = front + 0.5 * (ionicOhms + electronicOhms) * flow[0];
        for (int k = 1; k < nodes.length; k++) {
            volts += electronicOhms * (flow[0] - flow[k]);
        }
        return volts;
    }

    private double endOfCorrection() {
        double volts = -nodes[0].ohms() * correction[0];
        for (double each : correction) {
            volts -= electronicOhms * each;
        }
        return volts;
    }

    /** Begins anew, with an even spread. */
    private void spread() {
        for (int k = 0; k < flow.length; k++) {
            flow[k] = 0;
        }
        for (int k = 0; k < response.length; k++) {
            response[k] = 1 - (k + 1.0) / nodes.length;
        }
    }
}
