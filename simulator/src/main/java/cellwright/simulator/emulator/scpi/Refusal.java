package cellwright.simulator.emulator.scpi;

/** A command that is not carried out, and the entry it leaves in the error queue. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    Refusal(int code, String words) {
        super(words);
        this.code = code;
    }

    static Refusal undefinedHeader() {
        return new Refusal(-113, "Undefined header");
    }

    static Refusal outOfRange() {
        return new Refusal(-222, "Parameter data out of range");
    }

    static Refusal illegalParameter() {
        return new Refusal(-224, "Illegal parameter value");
    }

    /** As the error queue holds it. */
    String entry() {
        return code + ",\"" + getMessage() + '"';
    }
}
