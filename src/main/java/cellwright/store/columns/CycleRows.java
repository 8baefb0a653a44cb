package cellwright.store.columns;

import cellwright.engine.CycleFigures;
import java.util.Optional;

/**
 * A cycle of a run with its rows; number 0 is what came before the first.
 *
 * @param rows its rows
 * @param figures what it came to by the engine; empty until it is complete. Times in it are monotonic, not test time
 */
public record CycleRows(RowGroup rows, Optional<CycleFigures> figures) {}
