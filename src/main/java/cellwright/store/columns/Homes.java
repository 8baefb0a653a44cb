package cellwright.store.columns;

import cellwright.store.follow.RunLabel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds where the columns of runs belong. Asked by the follower's thread. */
@FunctionalInterface
public interface Homes {
    /**
     * Where the columns of a run belong.
     *
     * @param folder the store's own folder
     * @param origin what the run is
     * @param over whether the run is over and sealed
     */
    record Home(Path folder, Origin origin, boolean over) {}

    /**
     * The home of a run's columns.
     *
     * @return empty if the run's folder is not there; nothing is kept of it then
     * @throws IOException if the disk fails
     */
    Optional<Home> of(RunLabel run) throws IOException;
}
