package cellwright.lab.serve;

import cellwright.instrument.Driver;
import cellwright.instrument.Party;
import cellwright.instrument.Settings;
import cellwright.protocol.Places;
import cellwright.protocol.Problem;
import cellwright.world.link.LinkAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which instruments share a line, and whether they can: a port is opened once, everybody on it speaks the same language, and no two
 * answer to the same address. Mutable, one thread.
 */
final class SharedLines {
    private final Places places;
    private final Duration lostAfter;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Used> ports = new LinkedHashMap<>();
    private final Map<String, List<Member>> lines = new LinkedHashMap<>();

    /** A link that some instrument is on. */
    private record Used(String link, LinkAddress address) {}

    /** An instrument on a line. */
    private record Member(String name, String driver, Optional<Party> party) {}

    /**
     * Nobody on any line yet.
     *
     * @param lostAfter without an answer for so long an instrument counts as lost
     */
    SharedLines(Places places, Duration lostAfter) {
        this.places = places;
        this.lostAfter = lostAfter;
    }

    /**
     * Takes in an instrument.
     *
     * @param settings complete and free of faults by the driver's declarations
     */
    void join(String instrument, String link, LinkAddress address, Driver driver, Settings settings) {
        Used used = ports.putIfAbsent(port(address), new Used(link, address));
        if (used != null && !used.link().equals(link)) {
            openedTwice(link, address, used);
        }
        try {
            lines.computeIfAbsent(link, ignored -> new ArrayList<>())
                    .add(new Member(instrument, driver.name(), driver.party(settings)));
        } catch (IllegalArgumentException senseless) {
            problems.add(Problem.error(places.at("instruments/" + instrument), String.valueOf(senseless.getMessage())));
        }
    }

    /** What makes a port the same port, whatever it is called. */
    private static String port(LinkAddress address) {
        return switch (address) {
            case LinkAddress.Serial serial -> "serial " + serial.port();
            case LinkAddress.Tcp tcp -> "tcp " + tcp.host() + " " + tcp.port();
        };
    }

    private void openedTwice(String link, LinkAddress address, Used used) {
        switch (address) {
            case LinkAddress.Serial serial -> {
                boolean otherMode = used.address() instanceof LinkAddress.Serial other
                        && !other.mode().equals(serial.mode());
                String why = otherMode
                        ? "; and with other settings of the line: set all instruments on it to the same baud rate and"
                                + " parity"
                        : "";
                problems.add(Problem.error(
                        places.at("links/" + link),
                        serial.device() + " is the link \"" + used.link()
                                + "\" already, and a port is opened once; write" + " \"link: " + used.link()
                                + "\" at all instruments on it" + why));
            }
            case LinkAddress.Tcp tcp ->
                problems.add(Problem.warning(
                        places.at("links/" + link),
                        tcp.host() + ":" + tcp.port() + " is the link \"" + used.link()
                                + "\" already; many take one connection only: if this one does, write \"link: "
                                + used.link() + "\" at all instruments behind it"));
        }
    }

    /** Everything that cannot work, or may not. */
    List<Problem> problems() {
        lines.forEach((link, members) -> {
            for (int place = 1; place < members.size(); place++) {
                fault(link, members.subList(0, place), members.get(place)).ifPresent(fault -> problems.add(fault));
            }
            if (members.size() > 1) {
                warnOfSilence(link, members);
            }
        });
        return List.copyOf(problems);
    }

    private Optional<Problem> fault(String link, List<Member> before, Member member) {
        for (Member other : before) {
            Optional<String> why = whyNot(link, other, member);
            if (why.isPresent()) {
                return why.map(text -> Problem.error(places.at("instruments/" + member.name() + "/link"), text));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> whyNot(String link, Member one, Member two) {
        String both = "\"" + one.name() + "\" and \"" + two.name() + "\" are both on link \"" + link + "\"";
        for (Member each : List.of(one, two)) {
            if (each.party().isEmpty()) {
                return Optional.of(both + ", and an instrument of the driver \"" + each.driver()
                        + "\" needs its line alone: its answers do not say whose they are; give \"" + each.name()
                        + "\" a link of its own");
            }
        }
        Party first = one.party().orElseThrow();
        Party second = two.party().orElseThrow();
        if (!first.language().equals(second.language())) {
            return Optional.of(both + " and speak " + first.language() + " and " + second.language()
                    + "; a line carries one language, give each a link of its own");
        }
        return first.address().equals(second.address())
                ? Optional.of(both + " and both are " + first.address()
                        + "; give each an address of its own, at the device and here")
                : Optional.empty();
    }

    /** Who is behind all others when they fall silent together waits for each of them once. */
    private void warnOfSilence(String link, List<Member> members) {
        Duration all = Duration.ZERO;
        Duration least = Duration.ofDays(1);
        for (Member member : members) {
            Duration one = member.party().map(Party::patience).orElse(Duration.ZERO);
            all = all.plus(one);
            least = one.compareTo(least) < 0 ? one : least;
        }
        Duration wait = all.minus(least);
        if (wait.compareTo(lostAfter) >= 0) {
            problems.add(Problem.warning(
                    places.at("links/" + link),
                    "if others on this line fall silent at once, an instrument waits up to " + wait.toMillis()
                            + " ms for them and counts as lost after " + lostAfter.toMillis()
                            + " ms; give them shorter deadlines"));
        }
    }
}
