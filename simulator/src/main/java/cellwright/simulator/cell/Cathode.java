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
    private final AnodeLayer anode;
    private final boolean layered;
    private double aroundOhms;
    private double seriesOhms;
    private double seriesVolts;
    private double ohms;

    /**
     * A rested cathode.
     *
     * @param design what the cell is made of
     * @param count of nodes, at least 1; a film has one whatever is asked for
     * @param stoichiometry everywhere
     * @param layers whether double layers are stepped, those of the anode too
     */
    Cathode(CellDesign design, int count, double stoichiometry, Layers layers) {
        layered = layers == Layers.STEPPED;
        anode = new AnodeLayer(design.anodeLayerSiemens());
        nodes = nodes(design, design.cathode().grain().film() ? 1 : count, stoichiometry, layered);
        ladder = new Ladder(nodes);
        electronicOhms = design.electronicOhms();
    }

    private static Node[] nodes(CellDesign design, int count, double stoichiometry, boolean layered) {
        CathodeMaterial material = design.cathode();
        ParticleMesh mesh = ParticleMesh.usual(material.grain().shape());
        LayerSteps steps = new LayerSteps(CellDesign.LAYER_EXPONENT);
        double coulombs = design.coulombs() / count;
        double anodeVolts = design.anode().voltsVersusLithium();
        Node[] all = new Node[count];
        for (int k = 0; k < count; k++) {
            all[k] = layered
                    ? new LayeredNode(material, mesh, stoichiometry, coulombs, anodeVolts, steps)
                    : new Node(material, mesh, stoichiometry, coulombs, anodeVolts);
        }
        return all;
    }

    int depth() {
        return nodes.length;
    }

    Node node(int k) {
        return nodes[k];
    }

    /** Charge in the double layers of all nodes, C; 0 if they are not stepped. */
    double layerCoulombs() {
        double sum = 0;
        for (Node node : nodes) {
            sum += node.layerCoulombs();
        }
        return sum;
    }

    /** Whether double layers are stepped. */
    boolean layered() {
        return layered;
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
            node.face(share, climate.doubleThermalVolts(), climate.layerSiemens() / nodes.length);
        }
        anode.face(climate.anodeOhms());
        if (nodes.length == 1) {
            around(climate.aroundOneNode(), climate.anodeOhms());
        } else {
            around(climate.aroundLadder(), climate.anodeOhms());
            ladder.through(climate.ionicOhms(), electronicOhms);
        }
    }

    private void around(double all, double anodeOhms) {
        aroundOhms = layered ? all - anodeOhms : all;
        lookAtAnode();
    }

    private void lookAtAnode() {
        seriesOhms = layered ? aroundOhms + anode.ohms() : aroundOhms;
        seriesVolts = layered ? anode.volts() : 0;
    }

    /** Voltage against the counter electrode with everything ohmic, V; not a number if no spread was found. */
    double volts(double amps) {
        return (nodes.length == 1 ? nodes[0].volts(amps) : ladder.volts(amps)) + seriesOhms * amps + seriesVolts;
    }

    /** The same, leaving the slope in {@link #ohms()}. */
    double voltsWithSlope(double amps) {
        double volts = nodes.length == 1 ? nodes[0].voltsWithSlope(amps) : ladder.volts(amps);
        ohms = seriesOhms + (nodes.length == 1 ? nodes[0].ohms() : ladder.ohms());
        return volts + seriesOhms * amps + seriesVolts;
    }

    /** Everything ohmic outside of the nodes, and by how much a current polarises the anode within a stage. */
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
            node.beginFull(rate, seconds);
        }
        if (layered) {
            anode.beginFull(seconds);
            lookAtAnode();
        }
    }

    void beginHalf(double seconds) {
        for (Node node : nodes) {
            node.beginHalf(seconds);
        }
        if (layered) {
            anode.beginHalf(seconds);
            lookAtAnode();
        }
    }

    void beginTwice(double rate, double seconds) {
        for (Node node : nodes) {
            node.beginTwice(rate, seconds);
        }
        if (layered) {
            anode.beginTwice(seconds);
            lookAtAnode();
        }
    }

    /** Ends a stage with the current into the cathode and that through the anode. */
    void endFull(double amps, double throughAnode) {
        for (int k = 0; k < nodes.length; k++) {
            nodes[k].endFull(amps(k, amps));
        }
        endAnode(throughAnode);
    }

    void endHalf(double amps, double throughAnode) {
        for (int k = 0; k < nodes.length; k++) {
            nodes[k].endHalf(amps(k, amps));
        }
        endAnode(throughAnode);
    }

    void endTwice(double amps, double throughAnode) {
        for (int k = 0; k < nodes.length; k++) {
            nodes[k].endTwice(amps(k, amps));
        }
        endAnode(throughAnode);
    }

    private void endAnode(double amps) {
        if (layered) {
            anode.end(amps);
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
            node.standStill();
        }
        if (layered) {
            anode.standStill();
            lookAtAnode();
        }
    }

    /** Looks at the proposed surfaces. */
    void arrive() {
        for (Node node : nodes) {
            node.arrive();
        }
        if (layered) {
            anode.arrive();
            lookAtAnode();
        }
    }

    void accept() {
        for (Node node : nodes) {
            node.accept();
        }
        acceptAnode();
    }

    private void acceptAnode() {
        if (layered) {
            anode.accept();
        }
    }

    /** Accepts the proposed step, ages over it, and faces the same surroundings with what is left. */
    void acceptAged(Ageing law, double seconds, CellDesign.Climate climate) {
        for (Node node : nodes) {
            node.acceptAged(law, seconds);
        }
        acceptAnode();
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
     */
    Impedance impedance(double amps, CellDesign.Climate climate) {
        List<Impedance> all = new ArrayList<>();
        for (int k = 0; k < nodes.length; k++) {
            double siemens = climate.layerSiemens() * nodes[k].wear().contact() / nodes.length;
            all.add(nodes[k].faradaic(nodes[k].faradaicAmps(amps(k, amps)), climate.rate())
                    .beside(new Element.ConstantPhase(siemens, CellDesign.LAYER_EXPONENT)));
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
