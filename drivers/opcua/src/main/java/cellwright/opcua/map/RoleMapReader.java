package cellwright.opcua.map;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads role maps. Strict: what is not known is an error, and all errors are told at once. */
public final class RoleMapReader {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_ALIASES = 20;
    private static final String STANDARD = "http://opcfoundation.org/UA/";

    private final String file;
    private final Problems problems;
    private final Map<String, String> namespaces = new LinkedHashMap<>();
    private List<Place.Name> root = List.of();

    private RoleMapReader(String file) {
        this.file = file;
        this.problems = new Problems(file);
    }

    /**
     * Reads a role map.
     *
     * @param file its name, for messages
     * @param text the YAML text
     * @throws RoleMapException with everything that is wrong with it
     */
    public static RoleMap read(String file, String text) {
        return new RoleMapReader(file).map(text);
    }

    private RoleMap map(String text) {
        Node document = document(text);
        Entries top = new Entries(document, problems, "a role map");
        problems.refuseIfAny();
        String title = top.required("map", "a name for this map, for people").orElse(file);
        Optional<Kind> kind = top.required("kind", "press, chamber, potentiostat or sensor")
                .flatMap(word -> Kind.of(word)
                        .or(() -> top.complain(
                                "kind", "must be press, chamber, potentiostat or sensor, got \"" + word + "\"")));
        readNamespaces(top);
        root = top.text("root").map(path -> names(top, "root", path)).orElse(List.of());
        Map<String, Role> roles = new LinkedHashMap<>();
        Optional<Entries> entries = top.mapping("roles");
        if (entries.isEmpty()) {
            problems.at(document, "\"roles\" is missing: which node plays which part");
        }
        if (kind.isPresent() && entries.isPresent()) {
            readRoles(kind.get(), entries.get(), roles);
        }
        top.refuseUnknown();
        problems.refuseIfAny();
        return new RoleMap(title, file, kind.orElseThrow(), roles);
    }

    private Node document(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MOST_CHARACTERS)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .build();
        try {
            return new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new RoleMapException(file + ":1:1: the file is empty; expected a role map"));
        } catch (MarkedYamlEngineException broken) {
            problems.at(broken.getProblemMark(), "this is no YAML: " + broken.getProblem());
        } catch (YamlEngineException broken) {
            problems.at(Optional.empty(), "this is no YAML: " + broken.getMessage());
        }
        problems.refuseIfAny();
        throw new IllegalStateException("a broken file must be refused");
    }

    private void readNamespaces(Entries top) {
        namespaces.put("ua", STANDARD);
        top.required("namespace", "address of the namespace of names without a prefix")
                .ifPresent(uri -> namespaces.put("", uri));
        top.mapping("namespaces").ifPresent(more -> {
            for (String prefix : more.allKeys()) {
                more.text(prefix).ifPresent(uri -> namespaces.put(prefix, uri));
            }
        });
    }

    private void readRoles(Kind kind, Entries entries, Map<String, Role> roles) {
        for (String name : entries.allKeys()) {
            Optional<RoleRules.Rule> rule = RoleRules.rule(kind, name);
            if (rule.isEmpty()) {
                problems.at(
                        entries.key(name),
                        "there is no role \"" + name + "\" for a " + kind.word() + "; there are "
                                + RoleRules.words(kind));
            } else {
                entries.mapping(name)
                        .flatMap(each -> role(kind, name, rule.get(), each))
                        .ifPresent(role -> roles.put(name, role));
            }
        }
        RoleRules.missing(kind, entries.allKeys()).forEach(missing -> problems.at(entries.here(), missing));
    }

    private Optional<Role> role(Kind kind, String name, RoleRules.Rule rule, Entries entries) {
        Optional<Place> place = place(name, entries);
        Optional<ValueType> type = type(rule, entries);
        Optional<Measure> measure = measure(rule, entries);
        boolean inverted = rule.sort() == RoleRules.Sort.FLAG && entries.flag("invert");
        Optional<Duration> beat = Optional.empty();
        if (name.equals("Heartbeat.Host")) {
            beat = entries.duration("every");
        } else if (rule.sort() == RoleRules.Sort.QUANTITY || name.equals("Heartbeat.Plc")) {
            beat = entries.duration("fresh");
        }
        boolean optional = entries.flag("optional");
        Optional<String> write = write(kind, name, type, entries);
        Map<String, String> refuse = refuse(rule, type, entries);
        Map<String, Integer> modes = kind == Kind.POTENTIOSTAT && name.equals("Mode") ? modes(entries) : Map.of();
        entries.refuseUnknown();
        if (place.isEmpty() || type.isEmpty() || measure.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Role(name, place.get(), type.get(), measure.get(), inverted, beat, optional, write, refuse, modes));
    }

    private Optional<ValueType> type(RoleRules.Rule rule, Entries entries) {
        Optional<ValueType> type = entries.required("type", "one of " + ValueType.words())
                .flatMap(word -> ValueType.of(word)
                        .or(() -> entries.complain(
                                "type", "must be one of " + ValueType.words() + ", got \"" + word + "\"")));
        if (type.isPresent() && !rule.admits(type.get())) {
            return entries.complain(
                    "type",
                    "of this role must be " + rule.types() + ", got "
                            + type.get().word());
        }
        return type;
    }

    private Optional<Measure> measure(RoleRules.Rule rule, Entries entries) {
        if (rule.sort() != RoleRules.Sort.QUANTITY) {
            return Optional.of(Measure.PLAIN);
        }
        double scale = entries.number("scale").orElse(1.0);
        Optional<Measure> unit = entries.required("unit", "what the number counts; 1 for a pure number")
                .flatMap(word -> Measure.of(word)
                        .or(() -> entries.complain(
                                "unit", "\"" + word + "\" is not known; known are " + Measure.words())));
        if (unit.isPresent()
                && rule.dimension().isPresent()
                && !rule.dimension().get().equals(unit.get().dimension())) {
            return entries.complain(
                    "unit",
                    "must be one that is converted to " + rule.dimension().get() + ", and this one becomes "
                            + unit.get().dimension());
        }
        return unit.map(each -> each.scaled(scale));
    }

    private Optional<String> write(Kind kind, String name, Optional<ValueType> type, Entries entries) {
        if (name.endsWith(".SetpointRamp")) {
            entries.required("fastest", "what the node is set to where no ramp is asked for, in its unit");
            return entries.number("fastest").map(String::valueOf);
        }
        boolean written = name.equals("Mode") || name.equals("Enable");
        if (!written || (kind != Kind.PRESS && kind != Kind.CHAMBER)) {
            return Optional.empty();
        }
        return entries.required("write", "what a set-point needs it to be")
                .filter(text -> fits(type, text)
                        || entries.complain("write", unfit(type, text)).isPresent());
    }

    private Map<String, String> refuse(RoleRules.Rule rule, Optional<ValueType> type, Entries entries) {
        if (rule.sort() != RoleRules.Sort.CODE && rule.sort() != RoleRules.Sort.FLAG) {
            return Map.of();
        }
        Map<String, String> refuse = new LinkedHashMap<>();
        entries.mapping("refuse").ifPresent(each -> {
            for (String code : each.allKeys()) {
                if (!fits(type, code)) {
                    problems.at(each.key(code), unfit(type, code));
                }
                each.text(code).ifPresent(meaning -> refuse.put(code, meaning));
            }
        });
        return refuse;
    }

    private Map<String, Integer> modes(Entries entries) {
        Map<String, Integer> modes = new LinkedHashMap<>();
        Optional<Entries> given = entries.mapping("modes");
        if (given.isEmpty()) {
            problems.at(entries.here(), "\"modes\" is missing: the numbers of open, current and voltage");
            return modes;
        }
        for (String mode : List.of("open", "current", "voltage")) {
            given.get().required(mode, "the number of this mode").ifPresent(text -> {
                if (text.matches("[0-9]{1,5}")) {
                    modes.put(mode, Integer.parseInt(text));
                } else {
                    given.get().complain(mode, "must be a whole number, got \"" + text + "\"");
                }
            });
        }
        given.get().refuseUnknown();
        return modes;
    }

    private static boolean fits(Optional<ValueType> type, String text) {
        if (type.isEmpty()) {
            return true;
        }
        if (type.get() == ValueType.BOOLEAN) {
            return text.matches("true|false");
        }
        return text.matches("-?[0-9]{1,9}")
                && Double.parseDouble(text) >= type.get().lowest()
                && Double.parseDouble(text) <= type.get().highest();
    }

    private static String unfit(Optional<ValueType> type, String text) {
        return "\"" + text + "\" is no value of the type "
                + type.map(ValueType::word).orElse("");
    }

    private Optional<Place> place(String role, Entries entries) {
        Optional<String> id = entries.text("id");
        Optional<String> path = entries.text("path");
        if (id.isPresent() && path.isPresent()) {
            return entries.complain("id", "and \"path\" are two ways to tell one place; give one of them");
        }
        if (id.isPresent()) {
            return id(entries, id.get());
        }
        String text = path.orElse(role);
        List<Place.Name> names = new ArrayList<>(text.startsWith("/") ? List.of() : root);
        names.addAll(names(entries, "path", text));
        return names.isEmpty() ? Optional.empty() : Optional.of(new Place.Path(names));
    }

    private Optional<Place> id(Entries entries, String text) {
        int colon = text.indexOf(':');
        boolean prefixed = colon > 0 && namespaces.containsKey(text.substring(0, colon));
        String prefix = prefixed ? text.substring(0, colon) : "";
        String identifier = prefixed ? text.substring(colon + 1) : text;
        if (!identifier.matches("s=.+|i=[0-9]{1,10}|g=[0-9a-fA-F-]{36}|b=.+")) {
            return entries.complain(
                    "id",
                    "must be s=NAME, i=NUMBER, g=GUID or b=BASE64, with a prefix of a namespace if need be, got \""
                            + text + "\"");
        }
        return namespace(entries, "id", prefix).map(uri -> new Place.Id(uri, identifier));
    }

    private List<Place.Name> names(Entries entries, String key, String path) {
        List<Place.Name> names = new ArrayList<>();
        String plain = path.startsWith("/") ? path.substring(1) : path;
        for (String step : plain.split("/", -1)) {
            int colon = step.indexOf(':');
            String name = step.substring(colon + 1);
            if (name.isBlank()) {
                entries.complain(key, "has an empty name in \"" + path + "\"");
                return List.of();
            }
            namespace(entries, key, colon < 0 ? "" : step.substring(0, colon))
                    .ifPresent(uri -> names.add(new Place.Name(uri, name)));
        }
        return names;
    }

    private Optional<String> namespace(Entries entries, String key, String prefix) {
        String uri = namespaces.get(prefix);
        if (uri == null && !prefix.isEmpty()) {
            return entries.complain(key, "uses the prefix \"" + prefix + "\", which is not among \"namespaces\"");
        }
        return Optional.ofNullable(uri);
    }
}
