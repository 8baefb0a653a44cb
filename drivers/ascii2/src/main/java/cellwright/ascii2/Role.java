package cellwright.ascii2;

import java.util.Optional;

/** What a number of a chamber's state is. */
enum Role {
    /** Where a controlled quantity is sent. */
    NOMINAL("nominal value"),
    /** What a quantity is. */
    ACTUAL("actual value"),
    /** A quantity that is set and not regulated, a fan's speed for example. */
    SET("set value");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    static Optional<Role> of(String words) {
        for (Role role : values()) {
            if (role.words.equals(words)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Whether it has to be written back as it is. */
    boolean written() {
        return this != ACTUAL;
    }
}
