package cellwright.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a driver's folder out of {@code drivers/template}, under a name of its own, and adds it to the build. All or nothing: what
 * cannot be finished leaves the tree as it was. One thread.
 */
public final class NewDriver {
    private static final String TEMPLATE = "template";
    private static final String MODULE = "    <module>drivers/template</module>\n";
    private static final String MANAGED = "    <dependencies>\n";
    private static final String BUNDLED = "  </dependencies>\n";

    private final Path root;
    private final String name;
    private final String word;

    /**
     * A driver to be made.
     *
     * @param root the project's folder
     * @param name lower case, words joined by hyphens, for example {@code acme-press}
     */
    public NewDriver(Path root, String name) {
        this.root = root;
        this.name = name;
        this.word = name.replace("-", "");
    }

    /** Why it cannot be made, one sentence a fault; empty if it can. */
    public List<String> objections() {
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")
                || !javax.lang.model.SourceVersion.isName("cellwright." + word)) {
            return List.of(
                    "\"" + name + "\" is no name for a driver; expected lower-case words joined by hyphens, for example"
                            + " acme-press");
        }
        if (!Files.isDirectory(folder(TEMPLATE)) || !Files.isRegularFile(root.resolve("pom.xml"))) {
            return List.of(root + " is not the program's source folder: it has no drivers/template; name it with --in");
        }
        return Files.exists(folder(name))
                ? List.of(folder(name) + " is there already; choose another name or move it away")
                : List.of();
    }

    private Path folder(String driver) {
        return root.resolve("drivers").resolve(driver);
    }

    /**
     * Makes it.
     *
     * @return its folder
     * @throws IOException if a file cannot be read or written; the tree is as it was then
     */
    public Path make() throws IOException {
        String parent = Files.readString(root.resolve("pom.xml"));
        String bundle = Files.readString(folder("all").resolve("pom.xml"));
        String newParent = inserted(inserted(parent, MODULE, MODULE.replace(TEMPLATE, name)), MANAGED, managed());
        String newBundle = before(bundle, BUNDLED, bundled());
        Path folder = folder(name);
        if (Files.exists(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        try {
            copy(folder);
            replace(folder("all").resolve("pom.xml"), newBundle);
            replace(root.resolve("pom.xml"), newParent);
            return folder;
        } catch (IOException failed) {
            delete(folder);
            replace(folder("all").resolve("pom.xml"), bundle);
            replace(root.resolve("pom.xml"), parent);
            throw failed;
        }
    }

    private void copy(Path folder) throws IOException {
        Path template = folder(TEMPLATE);
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String inside = template.relativize(file).toString();
                if (!inside.startsWith("target")) {
                    Path copy = folder.resolve(inside.replace("cellwright/" + TEMPLATE, "cellwright/" + word)
                            .replace("cellwright\\" + TEMPLATE, "cellwright\\" + word));
                    Files.createDirectories(copy.getParent() == null ? folder : copy.getParent());
                    Files.writeString(copy, renamed(Files.readString(file)), StandardCharsets.UTF_8);
                }
            }
        }
    }

    private String renamed(String text) {
        return text.replace("cellwright.template", "cellwright." + word)
                .replace("cellwright-driver-template", "cellwright-driver-" + name)
                .replace("Cellwright driver template", "Cellwright driver " + name)
                .replace("\"template-gauge\"", "\"" + name + "\"")
                .replace(
                        "# A driver to copy from: the LC-1 force gauge",
                        "# " + name + ", begun from the LC-1 force gauge");
    }

    private String managed() {
        return "      <dependency>\n        <groupId>cellwright</groupId>\n        <artifactId>cellwright-driver-"
                + name + "</artifactId>\n        <version>${project.version}</version>\n      </dependency>\n";
    }

    private String bundled() {
        return "    <dependency>\n      <groupId>cellwright</groupId>\n      <artifactId>cellwright-driver-" + name
                + "</artifactId>\n    </dependency>\n";
    }

    private static String inserted(String text, String behind, String added) throws IOException {
        int at = place(text, behind) + behind.length();
        return text.substring(0, at) + added + text.substring(at);
    }

    private static String before(String text, String mark, String added) throws IOException {
        int at = place(text, mark);
        return text.substring(0, at) + added + text.substring(at);
    }

    private static int place(String text, String mark) throws IOException {
        int at = text.indexOf(mark);
        if (at < 0) {
            throw new IOException(
                    "a pom.xml has no line \"" + mark.strip() + "\"; add the driver by hand, as CONTRIBUTING.md says");
        }
        return at;
    }

    private static void replace(Path file, String text) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, text, StandardCharsets.UTF_8);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
