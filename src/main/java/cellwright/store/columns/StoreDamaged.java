package cellwright.store.columns;

import java.io.IOException;

/** The store is not as it was written, or is one of another run or version. No number was taken from it. Build it again. */
public final class StoreDamaged extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Names what is wrong.
     *
     * @param file the file, by its name in the store's folder
     * @param what what was expected and found
     */
    StoreDamaged(String file, String what) {
        super(file + ": " + what + "; build the store again from the journal");
    }
}
