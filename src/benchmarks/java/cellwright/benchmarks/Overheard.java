package cellwright.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cellwright.instrument.Deadline;
import cellwright.instrument.Host;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import java.util.ArrayList;
import java.util.List;

/** A host whose links are listened to: what was asked, and the whole of what came back. One thread. */
final class Overheard implements Host {
    private final Host inner;
    private final List<String> questions = new ArrayList<>();
    private final List<StringBuilder> answers = new ArrayList<>();

    Overheard(Host inner) {
        this.inner = inner;
    }

    /**
     * A question and its answer, a character a byte.
     *
     * @param asked as written
     * @param answered as read
     */
    record Exchange(String asked, String answered) {
        byte[] question() {
            return asked.getBytes(ISO_8859_1);
        }

        byte[] answer() {
            return answered.getBytes(ISO_8859_1);
        }
    }

    /** All so far. */
    List<Exchange> exchanges() {
        List<Exchange> all = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            all.add(new Exchange(questions.get(i), answers.get(i).toString()));
        }
        return all;
    }

    @Override
    public NanoClock clock() {
        return inner.clock();
    }

    @Override
    public Link link(String address) throws InstrumentException {
        return new Listening(inner.link(address));
    }

    private final class Listening implements Link {
        private final Link link;

        Listening(Link link) {
            this.link = link;
        }

        @Override
        public void write(byte[] bytes, Deadline deadline) throws InstrumentException {
            questions.add(new String(bytes, ISO_8859_1));
            answers.add(new StringBuilder());
            link.write(bytes, deadline);
        }

        @Override
        public int read(byte[] into, Deadline deadline) throws InstrumentException {
            int count = link.read(into, deadline);
            answers.getLast().append(new String(into, 0, count, ISO_8859_1));
            return count;
        }

        @Override
        public void discardReceived() throws InstrumentException {
            link.discardReceived();
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
