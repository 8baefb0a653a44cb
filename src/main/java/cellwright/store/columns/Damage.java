package cellwright.store.columns;

/**
 * Something about a store that is not as it was written.
 *
 * @param message file, what was expected and found
 * @param harmless whether no number can be missing or wrong for it: bytes behind the last mark, of a writer that is at work or
 *     was interrupted
 */
public record Damage(String message, boolean harmless) {}
