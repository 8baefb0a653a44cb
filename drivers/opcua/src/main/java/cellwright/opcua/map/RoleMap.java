package cellwright.opcua.map;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What plays which part on a server of one make.
 *
 * @param title for people
 * @param source the file it was read from, for messages
 * @param kind what the instrument is
 * @param roles by name, in the order written
 */
public record RoleMap(String title, String source, Kind kind, Map<String, Role> roles) {
    /** Takes an immutable copy in the order given. */
    public RoleMap {
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    }

    /** The role of a name, if the map has it. */
    public Optional<Role> role(String name) {
        return Optional.ofNullable(roles.get(name));
    }

    /** The quantity that has a set-point, {@code Force} for example; empty for what regulates nothing. */
    public Optional<String> regulated() {
        return RoleRules.regulated(kind).stream()
                .filter(quantity -> roles.containsKey(quantity + ".Setpoint"))
                .findFirst();
    }
}
