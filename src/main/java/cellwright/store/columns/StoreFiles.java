package cellwright.store.columns;

import cellwright.journal.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files of a store's folder. */
final class StoreFiles {
    private StoreFiles() {}

    /** Whether a name is one that stores give their files; others are left alone. */
    private static boolean isOurs(String name) {
        return name.matches(".*\\.cw[cibm](\\.new)?");
    }

    /** Deletes the marks before a number; they need not be gone for sure. */
    static void deleteMarksBefore(Disk disk, Path folder, int number) throws IOException {
        for (String name : disk.list(folder)) {
            if (Layout.marksNumber(name).orElse(number) < number) {
                disk.delete(folder.resolve(name));
            }
        }
    }

    /** Deletes a store, its marks first and durably: what is left without them is no store. */
    static void delete(Disk disk, Path folder) throws IOException {
        deleteMarks(disk, folder);
        for (String name : disk.list(folder)) {
            if (isOurs(name)) {
                disk.delete(folder.resolve(name));
            }
        }
        disk.syncDirectory(folder);
    }

    static void deleteMarks(Disk disk, Path folder) throws IOException {
        for (String name : disk.list(folder)) {
            if (Layout.marksNumber(name).isPresent()) {
                disk.delete(folder.resolve(name));
            }
        }
        disk.syncDirectory(folder);
    }

    /** Deletes files of columns that were begun behind the last mark. */
    static void deleteOthers(Disk disk, Path folder, List<Column> columns) throws IOException {
        Set<String> known = names(columns);
        for (String name : disk.list(folder)) {
            if (isOurs(name)
                    && !known.contains(name)
                    && Layout.marksNumber(name).isEmpty()) {
                disk.delete(folder.resolve(name));
            }
        }
        disk.syncDirectory(folder);
    }

    /** Names of the files that belong to a store, but for its marks. */
    static Set<String> names(List<Column> columns) {
        Set<String> known = new HashSet<>(List.of(Layout.BOOK, Layout.LOCK));
        for (Column column : columns) {
            known.add(column.rawName());
            known.add(column.indexName());
        }
        return known;
    }
}
