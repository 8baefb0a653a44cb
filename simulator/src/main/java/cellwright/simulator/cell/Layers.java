package cellwright.simulator.cell;

/** What becomes of the double layers of a cell when it is stepped in time; its impedance always has them. */
public enum Layers {
    /** The interfaces have no charge: after a jump of the current the voltage is at once where it comes to in milliseconds. */
    LEFT_OUT,
    /** They charge and discharge as constant-phase elements, those of every node and that of the anode. */
    STEPPED
}
