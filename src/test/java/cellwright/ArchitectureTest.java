package cellwright;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house rules: who may know whom, and who may touch the real world. */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cellwright");

    private static final String API = "cellwright.instrument..";

    /** What drivers share whose instruments speak in lines. */
    private static final String LINES = "cellwright.line..";

    /** The packages of the application, outermost first; each may know only what comes later, as listed. */
    private static final List<Room> ROOMS = List.of(
            new Room(
                    "cli",
                    List.of("desk", "lab", "world", "store", "analysis", "journal", "engine", "protocol", "figure")),
            new Room("desk", List.of("lab", "world", "store", "analysis", "journal", "engine", "protocol", "figure")),
            new Room("lab", List.of("world", "store", "analysis", "journal", "engine", "protocol", "figure")),
            new Room("world", List.of("journal", "engine", "protocol")),
            new Room("store", List.of("journal", "engine", "protocol")),
            new Room("analysis", List.of("journal", "engine", "protocol")),
            new Room("journal", List.of("engine", "protocol")),
            new Room("engine", List.of("protocol")),
            new Room("protocol", List.of()),
            new Room("figure", List.of()));

    private record Room(String name, List<String> knows) {
        String classes() {
            return "cellwright." + name + "..";
        }

        String[] forbidden() {
            return ROOMS.stream()
                    .filter(other -> !other.name().equals(name) && !knows.contains(other.name()))
                    .map(Room::classes)
                    .toArray(String[]::new);
        }
    }

    private static void sees(String packages, int atLeast) {
        long seen = HOUSE.stream().filter(resideInAPackage(packages)).count();
        assertThat(seen).as("classes seen in %s", packages).isGreaterThanOrEqualTo(atLeast);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cli", "desk", "lab", "world", "store", "analysis", "journal", "engine", "protocol", "figure"})
    void aRoomKnowsOnlyTheRoomsBelow(String name) {
        sees("cellwright..", 60);
        Room room = ROOMS.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        noClasses()
                .that()
                .resideInAPackage(room.classes())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(room.forbidden())
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void everyPackageOfTheApplicationIsARoom() {
        String[] known = Stream.concat(
                        ROOMS.stream().map(Room::classes),
                        Stream.of(API, "cellwright.simulator..", "cellwright.driver..", "cellwright.benchmarks.."))
                .toArray(String[]::new);
        long strangers = HOUSE.stream()
                .filter(each -> isOfTheApplication(each.getSource()
                        .map(source -> source.getUri().toString())
                        .orElse("")))
                .filter(resideInAnyPackage(known).negate())
                .count();
        assertThat(strangers).isZero();
    }

    private static boolean isOfTheApplication(String uri) {
        return uri.contains("/src/target/classes/");
    }

    @Test
    void packagesHaveNoCycles() {
        sees("cellwright..", 60);
        slices().matching("cellwright.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cellwright.engine..", "cellwright.protocol..", "cellwright.figure.."})
    void theHeartTouchesNothing(String pure) {
        sees(pure, 10);
        noClasses()
                .that()
                .resideInAPackage(pure)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.util.concurrent..",
                        "java.util.logging..",
                        "org.slf4j..",
                        "ch.qos..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage(pure)
                .should()
                .dependOnClassesThat(resideInAPackage("java.io..")
                        .and(com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(Serializable.class)
                                .negate()))
                .check(HOUSE);
    }

    @Test
    void theEngineHasNoOrderThatDependsOnHashes() {
        sees("cellwright.engine..", 20);
        noClasses()
                .that()
                .resideInAPackage("cellwright.engine..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(HashMap|HashSet|Hashtable|IdentityHashMap|WeakHashMap|Map|Set)")
                .check(HOUSE);
    }

    @Test
    void theApplicationNamesNoDriver() {
        sees("cellwright.engine..", 20);
        noClasses()
                .that()
                .resideInAnyPackage(ROOMS.stream().map(Room::classes).toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAPackage("cellwright..")
                        .and(resideInAnyPackage(roomsAndApi()).negate()))
                .check(HOUSE);
    }

    private static String[] roomsAndApi() {
        return Stream.concat(Stream.of(API), ROOMS.stream().map(Room::classes)).toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cellwright.alicat..",
                "cellwright.ascii2..",
                "cellwright.line..",
                "cellwright.mark10..",
                "cellwright.modbus..",
                "cellwright.opcua..",
                "cellwright.palmsens..",
                "cellwright.scpi..",
                "cellwright.simulator.."
            })
    void aDriverKnowsTheApiAndNoOtherDriver(String driver) {
        sees(driver, 8);
        noClasses()
                .that()
                .resideInAPackage(driver)
                .should()
                .dependOnClassesThat(resideInAPackage("cellwright..")
                        .and(resideInAnyPackage(API, LINES, driver).negate()))
                .check(HOUSE);
    }

    @Test
    void theDriverApiKnowsOnlyTheJdk() {
        sees(API, 20);
        classes()
                .that()
                .resideInAPackage(API)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(API, "java..", "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void onlyTheCommandLineAndTheWorldTouchClocksAndTheConsole() {
        sees("cellwright..", 60);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "cellwright.cli..", "cellwright.world..", "cellwright.simulator..", "cellwright.driver..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .check(HOUSE);
    }
}
