package cellwright.palmsens.codec;

import java.util.List;

/** The script commands this driver uses, each with its bit in the answer to {@code CM}. */
public enum Feature {
    /** Declares a variable. */
    VAR(1, "var"),
    /** Gives a variable a value. */
    STORE_VAR(3, "store_var"),
    /** Copies a variable. */
    COPY_VAR(4, "copy_var"),
    /** Adds. */
    ADD_VAR(5, "add_var"),
    /** Sets the potential before the cell is switched on. */
    SET_E(9, "set_e"),
    /** A general loop. */
    LOOP(13, "loop"),
    /** Closes a loop. */
    ENDLOOP(14, "endloop"),
    /** Leaves a loop. */
    BREAKLOOP(15, "breakloop"),
    /** A condition. */
    IF(16, "if"),
    /** Its other case. */
    ELSE(17, "else"),
    /** Its second condition. */
    ELSEIF(18, "elseif"),
    /** Its end. */
    ENDIF(19, "endif"),
    /** One measurement. */
    MEAS(21, "meas"),
    /** Constant potential. */
    CA(28, "meas_loop_ca"),
    /** Open circuit. */
    OCP(30, "meas_loop_ocp"),
    /** Potentiostatic spectrum. */
    EIS(31, "meas_loop_eis"),
    /** Lets the range follow the signal. */
    SET_AUTORANGING(32, "set_autoranging"),
    /** Begins a package. */
    PCK_START(33, "pck_start"),
    /** Adds to it. */
    PCK_ADD(34, "pck_add"),
    /** Sends it. */
    PCK_END(35, "pck_end"),
    /** Sets the bandwidth. */
    SET_MAX_BANDWIDTH(36, "set_max_bandwidth"),
    /** Closes the circuit. */
    CELL_ON(38, "cell_on"),
    /** Opens it. */
    CELL_OFF(39, "cell_off"),
    /** Chooses potentiostat or galvanostat. */
    SET_PGSTAT_MODE(40, "set_pgstat_mode"),
    /** Chooses the channel. */
    SET_PGSTAT_CHAN(42, "set_pgstat_chan"),
    /** Ends the script. */
    ABORT(62, "abort"),
    /** Starts the script's clock. */
    TIMER_START(63, "timer_start"),
    /** Reads it. */
    TIMER_GET(64, "timer_get"),
    /** Chooses a range. */
    SET_RANGE(65, "set_range"),
    /** Chooses a range by its ends. */
    SET_RANGE_MINMAX(66, "set_range_minmax"),
    /** Constant current. */
    CP(67, "meas_loop_cp"),
    /** Sets the current before the cell is switched on. */
    SET_I(68, "set_i"),
    /** Galvanostatic spectrum. */
    GEIS(70, "meas_loop_geis"),
    /** Averages over whole periods of the mains. */
    MAINS(91, "set_acquisition_frac_autoadjust");

    /** What only a galvanostat can have. */
    public static final List<Feature> GALVANOSTAT = List.of(CP, SET_I);
    /** What may be missing without harm: the driver refuses or leaves out what needs it. */
    public static final List<Feature> EXTRA = List.of(CP, SET_I, EIS, GEIS, MAINS);

    private final int bit;
    private final String command;

    Feature(int bit, String command) {
        this.bit = bit;
        this.command = command;
    }

    /** Its bit, counted from the least significant. */
    public int bit() {
        return bit;
    }

    /** The command, as scripts write it. */
    public String command() {
        return command;
    }
}
