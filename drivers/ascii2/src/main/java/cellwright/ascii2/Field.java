package cellwright.ascii2;

/**
 * A number of a chamber's state.
 *
 * @param name for example {@code CV01}
 * @param role what it is
 */
record Field(String name, Role role) {}
