package cellwright.lab.catalogue;

import cellwright.journal.DiskOver;
import cellwright.journal.RealDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The file system without the wait for it: nobody pulls the plug of the machine these tests run on. */
final class UnsyncedDisk extends DiskOver {
    UnsyncedDisk() {
        super(new RealDisk());
    }

    @Override
    public Output create(Path file) throws IOException {
        return new Unsynced(super.create(file));
    }

    @Override
    public Output append(Path file) throws IOException {
        return new Unsynced(super.append(file));
    }

    @Override
    public void syncDirectory(Path directory) {
        // see above
    }

    private record Unsynced(Output output) implements Output {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return output.write(bytes);
        }

        @Override
        public void force() {
            // see above
        }

        @Override
        public void close() throws IOException {
            output.close();
        }
    }
}
