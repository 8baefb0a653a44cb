package cellwright.cli;

import cellwright.instrument.Driver;
import cellwright.instrument.Setting;
import cellwright.lab.RigRoom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the installed instrument drivers, or the settings of one. Opens nothing. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the installed instrument drivers; with a name, the settings of that one.",
            "Looks at no port and opens nothing."
        })
final class DevicesCommand implements Callable<Integer> {
    private static final String MUST = "must be given";

    private final Console console;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "a driver, to see its settings")
    private String name = "";

    @Option(names = "--json", description = "prints one JSON object")
    private boolean json;

    DevicesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Driver> installed = RigRoom.drivers();
        List<Driver> wanted = installed.stream()
                .filter(driver -> name.isEmpty() || driver.name().equals(name))
                .toList();
        if (wanted.isEmpty()) {
            String names =
                    String.join(", ", installed.stream().map(Driver::name).toList());
            console.error("error: no driver named \"" + name + "\" is installed; there are: " + names);
            return ExitCode.INPUT.code();
        }
        if (json) {
            console.print(Json.text(Map.of(
                    "devices", wanted.stream().map(DevicesCommand::object).toList())));
        } else if (name.isEmpty()) {
            wanted.forEach(this::printShort);
        } else {
            wanted.forEach(this::printWhole);
        }
        return ExitCode.COMPLETE.code();
    }

    private void printShort(Driver driver) {
        List<String> needed = driver.settings().stream()
                .filter(setting -> setting.fallback().isEmpty())
                .map(Setting::key)
                .toList();
        String needs = needed.isEmpty() ? "needs nothing" : "needs " + String.join(", ", needed);
        int others = driver.settings().size() - needed.size();
        console.print(String.format(Locale.ROOT, "%-16s %s; %d more settings", driver.name(), needs, others));
    }

    private void printWhole(Driver driver) {
        console.print(driver.name());
        for (Setting setting : driver.settings()) {
            String fallback =
                    setting.fallback().map(usual -> "usually " + usual).orElse(MUST);
            console.print("  " + setting.key() + " (" + fallback + ")");
            console.print("      " + setting.meaning());
        }
    }

    private static Map<String, @Nullable Object> object(Driver driver) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", driver.name());
        map.put(
                "settings",
                driver.settings().stream().map(DevicesCommand::object).toList());
        return map;
    }

    private static Map<String, @Nullable Object> object(Setting setting) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("key", setting.key());
        map.put("meaning", setting.meaning());
        map.put("default", setting.fallback().orElse(null));
        return map;
    }
}
