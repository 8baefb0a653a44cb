package cellwright.simulator.emulator.palmsens;

/** An error as the instrument tells it: four hexadecimal digits, the line, and the column while a script is read. */
final class ScriptError extends Exception {
    private static final long serialVersionUID = 1L;

    static final int UNKNOWN_COMMAND = 0x4001;
    static final int TOO_LARGE = 0x4005;
    static final int OPTIONAL_ARGUMENT = 0x4008;
    static final int NESTED_LOOPS = 0x400B;
    static final int ENDS_EARLY = 0x4018;
    static final int NOT_IN_LOOP = 0x401A;
    static final int PACKAGE_ORDER = 0x401B;
    static final int DECLARED_TWICE = 0x4026;
    static final int NEEDS_CELL_ON = 0x4027;
    static final int MALFORMED_NUMBER = 0x4039;
    static final int OUT_OF_BOUNDS = 0x4205;
    static final int UNDECLARED = 0x420B;
    static final int ARGUMENT = 0x0007;
    static final int POTENTIAL = 0x000F;
    static final int FREQUENCY = 0x0011;
    static final int AMPLITUDE = 0x0012;
    static final int OCP_WITH_CELL_ON = 0x0014;
    static final int MODE_UNSUPPORTED = 0x0021;
    static final int WRONG_MODE = 0x0023;
    static final int DIVISION = 0x0028;

    private final int code;
    private final int line;
    private final int column;

    ScriptError(int code, int line, int column) {
        super("%04X at line %d, column %d".formatted(code, line, column));
        this.code = code;
        this.line = line;
        this.column = column;
    }

    String whileReading() {
        return "!%04X: Line %d, Col %d\n".formatted(code, line, column);
    }

    String whileRunning() {
        return "!%04X: Line %d\n".formatted(code, line);
    }
}
