package cellwright.store.columns;

import java.io.IOException;

/**
 * The store could not be written any further: the disk is full, or it failed. Nothing but the store is concerned; what is
 * behind its last mark comes from the journal again.
 */
public final class StoreStopped extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean goesOn;

    StoreStopped(String message, boolean goesOn, IOException cause) {
        super(message, cause);
        this.goesOn = goesOn;
    }

    /**
     * Whether the store can be opened again and goes on behind its last mark. If not, a sync failed: what the disk then holds
     * of those files cannot be known, and the store has to be built again in new ones.
     */
    public boolean goesOn() {
        return goesOn;
    }
}
