package cellwright.simulator.emulator.opcua;

import cellwright.instrument.emulation.ServerDevice;
import cellwright.simulator.emulator.Tricks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server on a bench. What its threads do is in {@link MountedMachine}; everything here happens on the bench's thread. */
final class PlayedServer implements ServerDevice {
    private final MountedMachine machine;
    private final Map<String, List<EmulatedNode>> nodes;
    private final Runnable watch;
    private final Tricks tricks;
    private Optional<EmulatedServer> server = Optional.empty();
    private boolean away;

    /** One key for all servers of the program, since keys take long to make. */
    private static final class OneIdentity {
        private static Optional<ServerIdentity> made = Optional.empty();

        static synchronized ServerIdentity get() throws Exception {
            if (made.isEmpty()) {
                made = Optional.of(ServerIdentity.made());
            }
            return made.get();
        }
    }

    /**
     * A server that is not heard yet.
     *
     * @param nodes the objects below Objects, and the variables of each
     * @param watch what its controllers look after by themselves, each time the bench moves on
     * @param own tricks besides those of every server
     */
    PlayedServer(MountedMachine machine, Map<String, List<EmulatedNode>> nodes, Runnable watch, Tricks own) {
        this.machine = machine;
        this.nodes = nodes;
        this.watch = watch;
        Mischief mischief = machine.mischief();
        this.tricks = own.toggle(
                        "frozen",
                        "its controller stands still, with values, stamps and heartbeat, and the server answers",
                        mischief::freeze)
                .toggle("away", "nobody answers at its port", this::away)
                .plain("restart", "cuts every connection and begins anew, with no session remembered", this::restart)
                .plain("forget", "forgets all subscriptions without a word", () -> running()
                        .dropSubscriptions())
                .count("slowest", "looks at its nodes no more often than each so many ms", mischief::slowest)
                .word("serial", "tells another serial number, as after a swapped cable", mischief::serial)
                .plain("trust", "trusts every certificate it was shown", () -> running()
                        .trustAllSeen());
    }

    @Override
    public String listen(int port) throws IOException {
        try {
            EmulatedServer started = EmulatedServer.start(OneIdentity.get(), nodes, machine.mischief(), port);
            server = Optional.of(started);
            return started.address();
        } catch (IOException unavailable) {
            throw unavailable;
        } catch (Exception failed) {
            throw new IOException("the emulated OPC UA server cannot be started: " + failed.getMessage(), failed);
        }
    }

    private EmulatedServer running() {
        return server.orElseThrow(() -> new IllegalArgumentException("the server does not listen yet"));
    }

    private void away(boolean now) {
        if (now) {
            leave();
        } else if (away) {
            comeBack();
        }
    }

    private void restart() {
        leave();
        comeBack();
    }

    private void leave() {
        if (!away) {
            running().stop();
            away = true;
        }
    }

    private void comeBack() {
        try {
            running().begin();
            away = false;
        } catch (Exception failed) {
            throw new IllegalArgumentException(
                    "the server cannot be started again: " + failed.getMessage() + "; try \"away off\" in a moment",
                    failed);
        }
    }

    @Override
    public void advance(long toNanos) {
        machine.advance(toNanos);
        watch.run();
    }

    @Override
    public List<Trick> tricks() {
        return tricks.list();
    }

    @Override
    public void trick(String words) {
        tricks.obey(words);
    }

    @Override
    public void close() {
        if (!away) {
            server.ifPresent(EmulatedServer::close);
        }
        server = Optional.empty();
    }
}
