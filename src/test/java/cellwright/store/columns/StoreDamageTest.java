package cellwright.store.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.journal.SimDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StoreDamageTest {
    private static final Runs RUN = Runs.of(4_500, 31);
    private static final List<String> ALL = List.of("test time", "cycle", "step", "voltage", "late comer");

    private static SimDisk whole() throws IOException {
        SimDisk disk = new SimDisk();
        RUN.store(disk, 1_000);
        return disk;
    }

    private static List<Path> files(SimDisk disk) {
        return disk.list(Runs.FOLDER).stream().map(Runs.FOLDER::resolve).toList();
    }

    /** Whatever is damaged, nobody is told a wrong number: the same numbers, fewer rows, or none. */
    private static boolean answersRightly(SimDisk disk, double[][] expected) throws IOException {
        try (ColumnStore store = ColumnStore.open(disk, Runs.FOLDER)) {
            for (int q = 0; q < ALL.size() && store.rows() > 0; q++) {
                double[] numbers = new double[(int) store.rows()];
                store.read(ALL.get(q), 0, numbers);
                assertThat(numbers).isEqualTo(Arrays.copyOf(expected[q], numbers.length));
            }
            if (store.rows() == 0) {
                return true;
            }
            Plot plot = store.plot(ALL, Span.ALL, 7);
            for (int b = 0; b < plot.size(); b++) {
                for (int q = 0; q < ALL.size(); q++) {
                    Range range = new Range();
                    range.see(expected[q], (int) plot.firstRow(b), (int) (plot.firstRow(b) + plot.rows(b)));
                    assertThat(plot.least(q, b)).isEqualTo(Double.valueOf(range.least()));
                    assertThat(plot.most(q, b)).isEqualTo(Double.valueOf(range.most()));
                }
            }
            return true;
        } catch (StoreDamaged damaged) {
            assertThat(damaged).hasMessageContaining("build the store again");
            return false;
        }
    }

    private static double[][] numbers(SimDisk disk) throws IOException {
        double[][] numbers = new double[ALL.size()][4_500];
        try (ColumnStore store = ColumnStore.open(disk, Runs.FOLDER)) {
            for (int q = 0; q < ALL.size(); q++) {
                store.read(ALL.get(q), 0, numbers[q]);
            }
        }
        return numbers;
    }

    @Test
    void aFlippedByteIsFoundWhereverItIs() throws IOException {
        SimDisk disk = whole();
        double[][] expected = numbers(disk);
        SplittableRandom random = new SplittableRandom(5);
        for (Path file : files(disk)) {
            byte[] content = disk.content(file);
            for (int i = 0; i < 40; i++) {
                int at = i < 10 ? Math.min(i * 31, content.length - 1) : random.nextInt(content.length);
                byte[] flipped = content.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                disk.put(file, flipped);
                assertThat(StoreCheck.check(disk, Runs.FOLDER))
                        .as("byte %d of %s", at, file.getFileName())
                        .isNotEmpty();
                answersRightly(disk, expected);
            }
            disk.put(file, content);
        }
        assertThat(StoreCheck.check(disk, Runs.FOLDER)).isEmpty();
        assertThat(answersRightly(disk, expected)).isTrue();
    }

    @Test
    void aFileThatIsShortOrMissingIsFoundAndTheStoreIsBuiltAnew() throws IOException {
        SimDisk disk = whole();
        double[][] expected = numbers(disk);
        for (Path file : files(disk)) {
            SimDisk hurt = whole();
            byte[] content = hurt.content(file);
            hurt.put(file, Arrays.copyOf(content, content.length - 1));
            assertThat(StoreCheck.check(hurt, Runs.FOLDER))
                    .as("%s is cut", file)
                    .isNotEmpty();
            answersRightly(hurt, expected);
            hurt.remove(file);
            if (!file.toString().contains("marks-")) {
                assertThat(StoreCheck.check(hurt, Runs.FOLDER))
                        .as("%s is gone", file)
                        .anyMatch(each -> !each.harmless());
                assertThatThrownBy(() -> RUN.store(hurt, 1_000)).isInstanceOf(StoreDamaged.class);
            }
            try (Ingest anew = Ingest.anew(hurt, Runs.FOLDER, Runs.ORIGIN)) {
                RUN.into(anew, 1_000);
            }
            assertThat(StoreCheck.check(hurt, Runs.FOLDER)).isEmpty();
            assertThat(answersRightly(hurt, expected)).isTrue();
        }
    }

    @Test
    void filesOfOtherColumnsOrVersionsAreNotTakenForOnesOwn() throws IOException {
        SimDisk disk = whole();
        byte[] volts = disk.content(column(disk, "voltage.cwc"));
        byte[] current = disk.content(column(disk, "current.cwc"));
        disk.put(column(disk, "voltage.cwc"), current);
        assertThat(StoreCheck.check(disk, Runs.FOLDER)).anyMatch(each -> !each.harmless());
        ByteBuffer.wrap(volts).order(ByteOrder.LITTLE_ENDIAN).putInt(Long.BYTES, 2);
        disk.put(column(disk, "voltage.cwc"), volts);
        assertThat(StoreCheck.check(disk, Runs.FOLDER))
                .anyMatch(each -> each.message().contains("version 2"));
        assertThatThrownBy(() -> RUN.store(disk, 1_000)).isInstanceOf(StoreDamaged.class);
    }

    private static Path column(SimDisk disk, String ending) {
        return files(disk).stream()
                .filter(file -> file.toString().endsWith(ending))
                .findFirst()
                .orElseThrow();
    }
}
