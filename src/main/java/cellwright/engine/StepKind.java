package cellwright.engine;

/** Kinds of steps as data files name them. */
public enum StepKind {
    /** Constant-current charge. */
    CC_CHARGE("CC_CHG"),
    /** Constant-current discharge. */
    CC_DISCHARGE("CC_DCH"),
    /** Constant voltage. */
    CV("CV_CHG"),
    /** Constant power charge. */
    CP_CHARGE("CP_CHG"),
    /** Constant power discharge. */
    CP_DISCHARGE("CP_DCH"),
    /** Open circuit by the protocol. */
    REST("REST"),
    /** Open circuit while a quantity settles. */
    SETTLE("OCV"),
    /** An impedance spectrum. */
    SPECTRUM("EIS");

    private final String code;

    StepKind(String code) {
        this.code = code;
    }

    /** The Battery Data Format's step-type code. */
    public String code() {
        return code;
    }
}
