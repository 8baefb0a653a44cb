package cellwright.lab.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A laboratory for each test whose press is met over a {@link Gateway} and asked for each reading. */
abstract class OverGateway {
    @TempDir
    Path folder = Path.of("");

    Gateway gateway;
    EmulatedRig rig;

    @BeforeEach
    void open() throws IOException {
        Gateway.Met met = Gateway.met(folder, "acquire: read", mischief -> {});
        gateway = met.gateway();
        rig = met.rig();
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
        gateway.close();
    }
}
