package cellwright.opcua.session;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.opcua.map.Place;
import cellwright.opcua.map.Role;
import cellwright.opcua.map.RoleMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaRuntimeException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePathResult;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;
import org.jspecify.annotations.Nullable;

/** Finds the nodes of a role map on a server, and makes sure that they are what the map says. One thread. */
public final class Directory {
    private static final int READABLE = 1;
    private static final int WRITABLE = 2;

    private final Connection connection;
    private final RoleMap map;
    private final List<String> namespaces;

    private Directory(Connection connection, RoleMap map, List<String> namespaces) {
        this.connection = connection;
        this.map = map;
        this.namespaces = namespaces;
    }

    /**
     * Finds the node of each role, in the order of the map; optional roles the server does without are left out.
     *
     * @throws InstrumentException with kind {@code WRONG_DEVICE} if a namespace or a node is not there or has another type;
     *     with {@code REFUSED} if a node may not be read or written
     */
    public static Map<Role, NodeId> find(Connection connection, RoleMap map) throws InstrumentException {
        var directory = new Directory(connection, map, connection.namespaces());
        Map<Role, NodeId> nodes = directory.nodes();
        List<Role> roles = List.copyOf(nodes.keySet());
        List<NodeId> ids = List.copyOf(nodes.values());
        directory.checkTypes(roles, ids);
        directory.checkAccess(roles, ids);
        return Collections.unmodifiableMap(nodes);
    }

    private Map<Role, NodeId> nodes() throws InstrumentException {
        Map<Role, NodeId> found = new HashMap<>();
        List<Role> byPath = new ArrayList<>();
        List<BrowsePath> paths = new ArrayList<>();
        for (Role role : map.roles().values()) {
            switch (role.place()) {
                case Place.Id id -> found.put(role, node(role, id));
                case Place.Path path -> {
                    byPath.add(role);
                    paths.add(browsePath(role, path));
                }
            }
        }
        List<BrowsePathResult> results = connection.find(paths);
        for (int i = 0; i < results.size(); i++) {
            var targets = results.get(i).getTargets();
            boolean isThere = results.get(i).getStatusCode().isGood() && targets != null && targets.length > 0;
            if (isThere) {
                found.put(byPath.get(i), local(targets[0].getTargetId()));
            } else if (!byPath.get(i).optional()) {
                throw missing(byPath.get(i));
            }
        }
        Map<Role, NodeId> nodes = new LinkedHashMap<>();
        for (Role role : map.roles().values()) {
            Optional.ofNullable(found.get(role)).ifPresent(node -> nodes.put(role, node));
        }
        return nodes;
    }

    private NodeId local(ExpandedNodeId target) {
        return target.toNodeId(new NamespaceTable(namespaces.toArray(new String[0])))
                .orElse(NodeId.NULL_VALUE);
    }

    private InstrumentException missing(Role role) {
        return connection.complaint(
                Kind.WRONG_DEVICE,
                "has no node for the role " + role.words() + "; correct path or id in " + map.source()
                        + ", or mark the role as optional; is it the right server?");
    }

    private NodeId node(Role role, Place.Id id) throws InstrumentException {
        try {
            return NodeId.parse("ns=" + number(role, id.namespace()) + ";" + id.identifier());
        } catch (UaRuntimeException senseless) {
            throw connection.complaint(
                    Kind.WRONG_DEVICE, "the id of the role " + role.words() + " in " + map.source() + " is none");
        }
    }

    private BrowsePath browsePath(Role role, Place.Path path) throws InstrumentException {
        List<RelativePathElement> steps = new ArrayList<>();
        for (Place.Name name : path.names()) {
            var target = new QualifiedName(number(role, name.namespace()), name.text());
            steps.add(new RelativePathElement(NodeIds.HierarchicalReferences, false, true, target));
        }
        return new BrowsePath(NodeIds.ObjectsFolder, new RelativePath(steps.toArray(new RelativePathElement[0])));
    }

    private int number(Role role, String namespace) throws InstrumentException {
        int number = namespaces.indexOf(namespace);
        if (number < 0) {
            throw connection.complaint(
                    Kind.WRONG_DEVICE,
                    "has no namespace \"" + namespace + "\", which the role " + role.name() + " in " + map.source()
                            + " is in; it has " + String.join(", ", namespaces) + "; is it the right server and map?");
        }
        return number;
    }

    private void checkTypes(List<Role> roles, List<NodeId> nodes) throws InstrumentException {
        List<DataValue> types = connection.attributes(nodes, AttributeId.DataType, "tell the types of its nodes");
        List<DataValue> values = connection.read(nodes, "tell the values of its nodes");
        for (int i = 0; i < roles.size(); i++) {
            Role role = roles.get(i);
            DataValue type = types.get(i);
            if (type.statusCode().isBad()) {
                throw missing(role);
            }
            Object value = values.get(i).value().value();
            boolean fits = value == null ? declares(type, role) : RawValues.isOf(role.type(), value);
            if (!fits) {
                throw connection.complaint(
                        Kind.WRONG_DEVICE,
                        "holds a " + words(type, value) + " in the role " + role.words() + " and " + map.source()
                                + " says " + role.type().word() + "; correct the type there");
            }
        }
    }

    /** Without a value there is only the declared type; types derived from the usual ones are taken as they come. */
    private static boolean declares(DataValue type, Role role) {
        return !(type.value().value() instanceof NodeId id)
                || id.getNamespaceIndex().intValue() != 0
                || !(id.getIdentifier() instanceof UInteger number)
                || number.intValue() > 12
                || number.intValue() == role.type().number();
    }

    private static String words(DataValue type, @Nullable Object value) {
        return value == null
                ? "value of type " + type.value().value()
                : value.getClass().getSimpleName();
    }

    private void checkAccess(List<Role> roles, List<NodeId> nodes) throws InstrumentException {
        List<DataValue> levels =
                connection.attributes(nodes, AttributeId.UserAccessLevel, "tell what may be read and written");
        for (int i = 0; i < roles.size(); i++) {
            Role role = roles.get(i);
            int wanted = READABLE | (role.isWritten() ? WRITABLE : 0);
            boolean told = levels.get(i).statusCode().isGood();
            int level = levels.get(i).value().value() instanceof UByte bits ? bits.intValue() : wanted;
            if (told && (level & wanted) != wanted) {
                throw connection.complaint(
                        Kind.REFUSED,
                        "does not let us " + ((level & READABLE) == 0 ? "read" : "write") + " the role " + role.words()
                                + "; give the user this right at the server, or log in as another");
            }
        }
    }
}
