package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.lab.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cellwright new-driver}: a folder that is a driver, or nothing at all. That it builds is tried by the nightly script. */
final class NewDriverTest {
    @TempDir
    Path root;

    @BeforeEach
    void sources() throws IOException {
        for (String file : List.of("pom.xml", "drivers/all/pom.xml")) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.copy(House.ROOT.resolve(file), root.resolve(file));
        }
        copyTemplate(House.ROOT.resolve("drivers/template"));
    }

    private void copyTemplate(Path template) throws IOException {
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path inside = template.relativize(file);
                if (!inside.startsWith("target")) {
                    Path copy = root.resolve("drivers/template").resolve(inside.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    private List<String> tree() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file) + " " + read(file).hashCode())
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void itIsTheTemplateUnderAnotherNameAndPartOfTheBuild() throws IOException {
        Said said = Said.by("new-driver", "acme-press", "--in", root);
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        Path made = root.resolve("drivers/acme-press");
        assertThat(made.resolve("src/main/java/cellwright/acmepress/GaugeDriver.java"))
                .content()
                .contains("package cellwright.acmepress;", "\"acme-press\"");
        assertThat(made.resolve("src/main/resources/META-INF/services/cellwright.instrument.Driver"))
                .hasContent("cellwright.acmepress.GaugeDriver");
        assertThat(made.resolve("pom.xml")).content().contains("<artifactId>cellwright-driver-acme-press</artifactId>");
        assertThat(root.resolve("pom.xml"))
                .content()
                .contains(
                        "<module>drivers/acme-press</module>", "<artifactId>cellwright-driver-acme-press</artifactId>");
        assertThat(root.resolve("drivers/all/pom.xml"))
                .content()
                .containsOnlyOnce("<artifactId>cellwright-driver-acme-press</artifactId>");
        try (Stream<Path> files = Files.walk(made)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(read(file)).doesNotContain("cellwright.template"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "9volt", "acme_press", "acme-", "../acme", "new", ""})
    void aNameThatIsNoneChangesNothing(String name) throws IOException {
        List<String> before = tree();
        Said said = Said.by("new-driver", name, "--in", root);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("\"" + name + "\"");
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void whatIsThereAlreadyIsLeftAlone() throws IOException {
        List<String> before = tree();
        Said said = Said.by("new-driver", "all", "--in", root);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("there already");
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void anotherFolderThanTheSourcesIsRefused() throws IOException {
        Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        assertThat(Said.by("new-driver", "acme", "--in", elsewhere).err()).contains("drivers/template");
        Files.writeString(root.resolve("drivers/all/pom.xml"), "<project/>");
        List<String> before = tree();
        Said said = Said.by("new-driver", "acme", "--in", root);
        assertThat(said.code()).isEqualTo(4);
        assertThat(said.err()).contains("nothing was changed");
        assertThat(tree()).isEqualTo(before);
    }
}
