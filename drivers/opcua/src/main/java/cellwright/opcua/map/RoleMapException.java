package cellwright.opcua.map;

/** A role map that cannot be used; the message says all that is wrong, each with file, line and column. */
public final class RoleMapException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** A refusal. */
    public RoleMapException(String message) {
        super(message);
    }
}
