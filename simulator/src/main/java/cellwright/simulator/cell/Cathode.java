package cellwright.simulator.cell;

import cellwright.simulator.impedance.Element;
import cellwright.simulator.impedance.Impedance;
import cellwright.simulator.impedance.TransmissionLine;
import java.util.ArrayList;
import java.util.List;

/**
 * The cathode as one or more nodes from the separator to the collector, seen from outside as one voltage over one current.
 * A single node sits in series with a third of the composite's ionic resistance; several form a {@link Ladder}. Mutable,
 * one thread.
 */
final class Cathode {
    /** Beyond this distance from half full the first step after a disturbance is made with lumped mass. */
    private static final double NEAR_EDGE = 0.47;

    private final Node[] nodes;
    private final Ladder ladder;
    private final double electronicOhms;
    private double seriesOhms;
    private double ohms;

    /**
     * A rested cathode.
     *
     * @param design what the cell is made of
     * @param count of nodes, at least 1; a film has one whatever is asked for
     * @param stoichiometry everywhere
     */
    Cathode(CellDesign design, int count, double stoichiometry) {
        ParticleMesh mesh = ParticleMesh.usual(design.cathode().grain().shape());
        nodes = new Node[design.cathode().grain().film() ? 1 : count];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = new Node(
                    design.cathode(),
                    mesh,
                    stoichiometry,
                    design.coulombs() / nodes.length,
                    design.anode().voltsVersusLithium());
        }
        ladder = new Ladder(nodes);
        electronicOhms = design.electronicOhms();
    }

    int depth() {
        return nodes.length;
    }

    Node node(int k) {
        return nodes[k];
    }

    /** Mean lithium fraction of all particles, by their capacity. */
    double mean() {
        double sum = 0;
        double all = 0;
        for (Node node : nodes) {
            sum += node.coulombs() * node.particle.mean();
            all += node.coulombs();
        }
        return sum / all;
    }

    /** Tells the nodes what surrounds them. */
    void face(CellDesign.Climate climate) {
        double share = climate.exchangeAmps() / nodes.length;
        for (Node node : nodes) {
            node.face(share, climate.doubleThermalVolts());
        }
        if (nodes.length == 1) {
            seriesOhms = climate.aroundOneNode();
        } else {
            seriesOhms = climate.aroundLadder();
            ladder.through(climate.ionicOhms(), electronicOhms);
        }
    }

    /** Voltage against the counter electrode with everything ohmic, V; not a number if no spread was found. */
    double volts(double amps) {
        return (nodes.length == 1 ? nodes[0].volts(amps) : ladder.volts(amps)) + seriesOhms * amps;
    }

    /** The same, leaving the slope in {@link #ohms()}. */
    double voltsWithSlope(double amps) {
        double volts = nodes.length == 1 ? nodes[0].voltsWithSlope(amps) : ladder.volts(amps);
        ohms = seriesOhms + (nodes.length == 1 ? nodes[0].ohms() : ladder.ohms());
        return volts + seriesOhms * amps;
    }

    /** Everything ohmic outside of the nodes. */
    double seriesOhms() {
        return seriesOhms;
    }

    /** Puts a film in front of all particles, so many ohm for all of them. */
    void cover(double filmOhms) {
        for (Node node : nodes) {
            node.cover(filmOhms * nodes.length);
        }
    }

    /** Slope of the voltage at the latest {@link #voltsWithSlope}, ohm. */
    double ohms() {
        return ohms;
    }

    void lump(boolean disturbed) {
        for (Node node : nodes) {
            node.particle.lump(disturbed && Math.abs(node.particle.surface() - 0.5) > NEAR_EDGE);
        }
    }

    void beginFull(double rate, double seconds) {
        for (Node node : nodes) {
            node.stage(node.particle.beginFull(rate * node.wear().contact(), seconds), seconds);
        }
    }

    void beginHalf(double rate, double seconds) {
        for (Node node : nodes) {
            node.stage(node.particle.beginHalf(rate * node.wear().contact(), seconds), seconds);
        }
    }

    void beginTwice(double rate, double seconds) {
        for (Node node : nodes) {
            node.stage(node.particle.beginTwice(rate * node.wear().contact(), seconds), seconds);
        }
    }

    void endFull(double amps) {
        for (int k = 0; k < nodes.length; k++) {
            nodes[k].particle.endFull(surface(k, amps));
        }
    }

    void endHalf(double amps) {
        for (int k = 0; k < nodes.length; k++) {
            nodes[k].particle.endHalf(surface(k, amps));
        }
    }

    void endTwice(double amps) {
        for (int k = 0; k < nodes.length; k++) {
            nodes[k].particle.endTwice(surface(k, amps));
        }
    }

    /** Extrapolates all particles; the largest difference between one step and two. */
    double extrapolate() {
        double most = 0;
        for (Node node : nodes) {
            most = Math.max(most, node.particle.extrapolate());
        }
        return most;
    }

    /** Looks at the accepted surfaces. */
    void standStill() {
        for (Node node : nodes) {
            node.still(node.particle.surface());
        }
    }

    /** Looks at the proposed surfaces. */
    void arrive() {
        for (Node node : nodes) {
            node.still(node.particle.proposedSurface());
        }
    }

    void accept() {
        for (Node node : nodes) {
            node.particle.accept();
        }
    }

    /** Accepts the proposed step, ages over it, and faces the same surroundings with what is left. */
    void acceptAged(Ageing law, double seconds, CellDesign.Climate climate) {
        for (Node node : nodes) {
            node.acceptAged(law, seconds);
        }
        face(climate);
    }

    /** Share of the contact that fatigue has cost, mean of the nodes. */
    double contactLost() {
        double left = 0;
        for (Node node : nodes) {
            left += node.wear().contact();
        }
        return 1 - left / nodes.length;
    }

    /** Share of the active material that was lost, mean of the nodes. */
    double activeLost() {
        double left = 0;
        for (Node node : nodes) {
            left += node.wear().active();
        }
        return 1 - left / nodes.length;
    }

    /** The surface that lies furthest from half full, of those looked at. */
    double extremeSurface(double amps) {
        double extreme = 0.5;
        for (int k = 0; k < nodes.length; k++) {
            double x = surface(k, amps);
            if (!(Math.abs(x - 0.5) <= Math.abs(extreme - 0.5))) {
                extreme = x;
            }
        }
        return extreme;
    }

    /**
     * The accepted state, linearised, without what {@link #seriesOhms()} counts; it stays what it is.
     *
     * @param amps current that flows, at which the voltage was looked at last
     * @param climate the present one
     * @param fresh double layer of the whole cathode before it aged
     */
    Impedance impedance(double amps, CellDesign.Climate climate, Element.ConstantPhase fresh) {
        List<Impedance> all = new ArrayList<>();
        for (int k = 0; k < nodes.length; k++) {
            double siemens = fresh.siemens() * nodes[k].wear().contact() / nodes.length;
            all.add(nodes[k].faradaic(amps(k, amps), climate.rate())
                    .beside(new Element.ConstantPhase(siemens, fresh.exponent())));
        }
        return nodes.length == 1 ? all.getFirst() : new TransmissionLine(all, climate.ionicOhms(), electronicOhms);
    }

    private double surface(int k, double amps) {
        return nodes[k].surfaceAt(amps(k, amps));
    }

    private double amps(int k, double amps) {
        return nodes.length == 1 ? amps : ladder.amps(k);
    }
}
