package cellwright.opcua.session;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.ExecutionException;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.junit.jupiter.api.Test;

/** What kind of failure each is told as. */
final class ComplaintsTest {
    private static InstrumentException failed(Throwable failure) {
        return new Complaints("opc.tcp://press").failed("tell its values", failure);
    }

    @Test
    void whatCarriesNoStatusIsABrokenConnection() {
        InstrumentException told = failed(new ExecutionException(new ClosedChannelException()));
        assertThat(told.kind()).isEqualTo(Kind.LOST);
        assertThat(told).hasMessageContaining("opc.tcp://press").hasMessageContaining("tell its values");
    }

    @Test
    void whatTheServerSaysIsTold() {
        assertThat(failed(new ExecutionException(new UaException(StatusCodes.Bad_ConnectionClosed)))
                        .kind())
                .isEqualTo(Kind.LOST);
        assertThat(failed(new UaException(StatusCodes.Bad_Timeout)).kind()).isEqualTo(Kind.TIMEOUT);
        InstrumentException refused = failed(new UaException(StatusCodes.Bad_NotReadable));
        assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
        assertThat(refused).hasMessageContaining("Bad_NotReadable");
    }
}
