package cellwright.store.parquet;

import java.io.IOException;

/** Says what to do where the compression, a native library unpacked on its first use, cannot be loaded. */
final class Zstd {
    private Zstd() {}

    static IOException explained(Throwable failure) {
        if (failure instanceof IOException already) {
            return already;
        }
        if (failure instanceof LinkageError) {
            return new IOException(
                    "the zstd library cannot be loaded (" + failure.getMessage() + "); it is unpacked into the folder"
                            + " for temporary files, which must be writable and allow programs to run: name another with"
                            + " CELLWRIGHT_JAVA_OPTS=-DZstdTempFolder=FOLDER",
                    failure);
        }
        return new IOException("the Parquet file cannot be written: " + failure.getMessage(), failure);
    }
}
