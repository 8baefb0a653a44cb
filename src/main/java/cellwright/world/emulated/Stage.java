package cellwright.world.emulated;

import cellwright.instrument.NanoClock;
import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Bench;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.LineDevice;
import cellwright.instrument.emulation.ServerDevice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A bench of emulated instruments in real time. Everything of the bench happens on one thread of the stage's, in the order in
 * which it came; the methods may be called from any thread and wait for it.
 */
public final class Stage implements AutoCloseable {
    private final Bench bench;
    private final NanoClock clock;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final LinkedBlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private boolean ended;
    private boolean closed;

    /** An instrument on the stage, and where its cable ends. */
    private record Place(Device device, Optional<Cable> cable, String address) {}

    /** A line, the place on it, and where it ends. */
    private record Cable(PartyLine party, int seat, Outlet outlet) {}

    /** A stage with an empty bench. */
    public Stage(Bench bench, NanoClock clock) {
        this.bench = bench;
        this.clock = clock;
        Threads.daemon("emulated-bench", this::run);
    }

    /**
     * Puts an instrument on the bench and connects it.
     *
     * @param name unique on this stage
     * @return its address, as a link's configuration takes it
     * @throws IOException if the port or terminal cannot be had
     * @throws IllegalArgumentException if a setting makes no sense or the attachment does not fit
     */
    public String place(String name, String kind, Settings settings, Attach attach) throws IOException {
        return ask(() -> add(name, kind, settings, attach));
    }

    /**
     * Tells an instrument to misbehave; {@code unplug} and {@code plug} are understood for all on a line.
     *
     * @throws IllegalArgumentException saying what was expected
     * @throws IOException if a plug cannot be put back
     */
    public void trick(String name, String words) throws IOException {
        ask(() -> {
            Place place = place(name);
            if (words.equals("unplug") || words.equals("plug")) {
                replug(place, words.equals("plug"));
            } else {
                place.device().trick(words);
            }
            return name;
        });
    }

    /** How an instrument can be told to misbehave. */
    public List<Device.Trick> tricks(String name) throws IOException {
        return ask(() -> {
            List<Device.Trick> all = new ArrayList<>(place(name).device().tricks());
            if (place(name).cable().isPresent()) {
                all.add(new Device.Trick("unplug", "pulls the cable; the address is gone until it is put back"));
                all.add(new Device.Trick("plug", "puts the cable back"));
            }
            return List.copyOf(all);
        });
    }

    /** The names of all instruments. */
    public List<String> names() throws IOException {
        return ask(() -> List.copyOf(places.keySet()));
    }

    /** The cell in truth, one line for people. */
    public String truth() throws IOException {
        return ask(bench::truth);
    }

    private Place place(String name) {
        Place place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException(
                    "no instrument \"" + name + "\" here; there are " + String.join(", ", places.keySet()));
        }
        return place;
    }

    private static void replug(Place place, boolean in) throws IOException {
        Outlet outlet = place.cable()
                .map(Cable::outlet)
                .orElseThrow(() -> new IllegalArgumentException("a server has no cable that could be pulled here"));
        if (in) {
            outlet.plug();
        } else {
            outlet.unplug();
        }
    }

    private String add(String name, String kind, Settings settings, Attach attach) throws IOException {
        if (places.containsKey(name)) {
            throw new IllegalArgumentException("two instruments are called \"" + name + "\"");
        }
        Device device = bench.device(kind, settings, clock.nanos());
        Place place =
                switch (device) {
                    case LineDevice line -> connect(line, attach);
                    case ServerDevice server -> new Place(server, Optional.empty(), server.listen(port(attach)));
                };
        places.put(name, place);
        return place.address();
    }

    private static int port(Attach attach) {
        return switch (attach) {
            case Attach.Socket socket -> socket.port();
            case Attach.Terminal unwanted -> throw noPort();
            case Attach.Line unwanted -> throw noPort();
        };
    }

    private static IllegalArgumentException noPort() {
        return new IllegalArgumentException("a server listens at a port: tcp:0 or tcp:4840");
    }

    private Place connect(LineDevice line, Attach attach) throws IOException {
        return switch (attach) {
            case Attach.Socket socket ->
                wired(line, party -> new SocketOutlet(socket.port(), bytes -> mailbox.add(() -> party.hear(bytes))));
            case Attach.Terminal terminal ->
                wired(
                        line,
                        party -> new TerminalOutlet(terminal.alias(), bytes -> mailbox.add(() -> party.hear(bytes))));
            case Attach.Line other -> joined(line, place(other.with()));
        };
    }

    /** Ends a cable at a line. */
    private interface Wiring {
        Outlet end(PartyLine party) throws IOException;
    }

    private Place wired(LineDevice line, Wiring wiring) throws IOException {
        PartyLine party = new PartyLine(clock);
        Outlet outlet = wiring.end(party);
        return new Place(line, Optional.of(new Cable(party, party.join(line), outlet)), outlet.address());
    }

    private static Place joined(LineDevice line, Place other) {
        Cable cable = other.cable()
                .orElseThrow(() -> new IllegalArgumentException("a server has no line that another one could join"));
        Cable joined = new Cable(cable.party(), cable.party().join(line), cable.outlet());
        return new Place(line, Optional.of(joined), other.address());
    }

    private void run() {
        try {
            while (!ended) {
                Runnable next = mailbox.poll(restNanos(), TimeUnit.NANOSECONDS);
                moveOn();
                if (next != null) {
                    next.run();
                }
                places.values().forEach(this::say);
            }
        } catch (InterruptedException asked) {
            // nobody interrupts this thread but the end of the program
            return;
        }
    }

    private long restNanos() {
        return NextLook.restNanos(
                bench, places.values().stream().map(Place::device).toList(), clock.nanos());
    }

    private void moveOn() {
        long now = clock.nanos();
        bench.advance(now);
        for (Place place : places.values()) {
            switch (place.device()) {
                case LineDevice line -> line.advance(now);
                case ServerDevice server -> server.advance(now);
            }
        }
    }

    private void say(Place place) {
        if (place.device() instanceof LineDevice line) {
            byte[] said = line.fetch(clock.nanos());
            if (said.length > 0) {
                place.cable().ifPresent(cable -> {
                    cable.party().overhear(cable.seat(), said);
                    cable.outlet().send(said);
                });
            }
        }
    }

    /** A question to the bench's thread. */
    private interface Question<T> {
        T answer() throws IOException;
    }

    private <T> T ask(Question<T> question) throws IOException {
        return Answers.await(asked(question, false));
    }

    /** Nothing is asked behind the last question, which nobody would answer. */
    private synchronized <T> CompletableFuture<T> asked(Question<T> question, boolean last) throws IOException {
        if (closed) {
            throw new IOException("the emulated bench was closed");
        }
        closed = last;
        var answer = new CompletableFuture<T>();
        mailbox.add(() -> {
            try {
                answer.complete(question.answer());
            } catch (IOException | RuntimeException failed) {
                answer.completeExceptionally(failed);
            }
        });
        return answer;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Takes every instrument from the bench. Does nothing the second time. */
    @Override
    public void close() throws IOException {
        if (isClosed()) {
            return;
        }
        Question<Bench> end = () -> {
            places.values().forEach(Stage::takeAway);
            places.clear();
            ended = true;
            return bench;
        };
        Answers.await(asked(end, true));
    }

    private static void takeAway(Place place) {
        place.cable().map(Cable::outlet).ifPresent(Outlet::close);
        if (place.device() instanceof ServerDevice server) {
            server.close();
        }
    }
}
