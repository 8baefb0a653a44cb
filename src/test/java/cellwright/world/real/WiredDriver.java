package cellwright.world.real;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cellwright.instrument.Autonomy;
import cellwright.instrument.Control;
import cellwright.instrument.Deadline;
import cellwright.instrument.Driver;
import cellwright.instrument.Envelope;
import cellwright.instrument.Guard;
import cellwright.instrument.Host;
import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Link;
import cellwright.instrument.Party;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The driver of a {@link WiredCell}: one exchange at a time, a total deadline, answers matched by number and checksum. */
public final class WiredDriver implements Driver {
    static final Duration PATIENCE = Duration.ofMillis(200);

    @Override
    public String name() {
        return "wired";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required("link", "address"),
                Setting.optional("unit", "letter in front of every line; none where it is alone", ""));
    }

    @Override
    public Optional<Party> party(Settings settings) {
        return settings.text("unit").filter(unit -> !unit.isEmpty()).map(unit -> new Party("wired", unit, PATIENCE));
    }

    @Override
    public Wired open(Settings settings, Host host) throws InstrumentException {
        String address = settings.require("link");
        Wired wired = new Wired(host, address, settings.text("unit").orElse(""));
        boolean met = false;
        try {
            wired.meet();
            met = true;
            return wired;
        } finally {
            if (!met) {
                wired.close();
            }
        }
    }

    /** The instrument. */
    static final class Wired implements Potentiostat {
        private final Host host;
        private final String address;
        private final String unit;
        private final Link link;
        private int number;
        private Identity identity = new Identity("Tests", "wired", "", "", true);
        private boolean counts;

        Wired(Host host, String address, String unit) throws InstrumentException {
            this.host = host;
            this.address = address;
            this.unit = unit;
            this.link = host.link(address);
        }

        void meet() throws InstrumentException {
            String[] words = ask("who").split(" ");
            identity = new Identity("Tests", "wired", words[1], "", true);
            counts = words.length > 2;
        }

        private String ask(String word) throws InstrumentException {
            var deadline = new Deadline(host.clock().nanos() + PATIENCE.toNanos());
            number = (number + 1) & 0xFF;
            link.discardReceived();
            link.write((unit + WiredCell.framed(number, word) + "\n").getBytes(ISO_8859_1), deadline);
            String prefix = unit + String.format(Locale.ROOT, "%02x ", number);
            var heard = new StringBuilder();
            byte[] into = new byte[64];
            do {
                int count = link.read(into, deadline);
                heard.append(new String(into, 0, count, ISO_8859_1));
                for (int end = heard.indexOf("\n"); end >= 0; end = heard.indexOf("\n")) {
                    String line = heard.substring(0, end);
                    heard.delete(0, end + 1);
                    int star = line.lastIndexOf('*');
                    if (line.startsWith(prefix)
                            && star > 0
                            && line.substring(star + 1).equals(WiredCell.sum(line.substring(unit.length(), star)))) {
                        return answer(line.substring(prefix.length(), star));
                    }
                }
            } while (deadline.leftNanos(host.clock().nanos()) > 0);
            throw new InstrumentException(Kind.TIMEOUT, address, "no answer to \"" + word + "\" in time");
        }

        private String answer(String word) throws InstrumentException {
            if (word.startsWith("err")) {
                throw new InstrumentException(Kind.REFUSED, address, "refused: " + word);
            }
            return word;
        }

        @Override
        public Identity identity() {
            return identity;
        }

        @Override
        public List<Signal> signals() {
            return counts
                    ? List.of(Signal.VOLTAGE, Signal.CURRENT, Signal.CHARGE)
                    : List.of(Signal.VOLTAGE, Signal.CURRENT);
        }

        @Override
        public Envelope envelope() {
            return new Envelope(-6, 6, 1, 1_000_000);
        }

        @Override
        public Autonomy autonomy() {
            return new Autonomy(false, false, false, 0);
        }

        @Override
        public Reading read() throws InstrumentException {
            long asked = host.clock().nanos();
            String[] words = ask("read").split(" ");
            List<Sample> samples = new ArrayList<>();
            samples.add(Sample.good(Signal.VOLTAGE, Double.parseDouble(words[1])));
            samples.add(Sample.good(Signal.CURRENT, Double.parseDouble(words[2])));
            if (counts) {
                samples.add(Sample.good(Signal.CHARGE, Double.parseDouble(words[3])));
            }
            return new Reading(asked, asked, samples);
        }

        @Override
        public void apply(Control control, Guard guard) throws InstrumentException {
            switch (control) {
                case Control.Open ignored -> ask("off");
                case Control.Current current -> ask("amps " + current.amps());
                case Control.Voltage ignored -> throw new InstrumentException(Kind.REFUSED, address, "no hold");
                case Control.Power ignored -> throw new InstrumentException(Kind.REFUSED, address, "no power");
            }
        }

        @Override
        public void makeSafe() throws InstrumentException {
            ask("off");
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
