package cellwright.scpi.dialect;

/**
 * One setting: how it is made, how it is read back, and what must come back.
 *
 * @param command without line end
 * @param query without line end
 * @param check what the answer must be
 */
public record Assignment(String command, String query, Check check) {}
