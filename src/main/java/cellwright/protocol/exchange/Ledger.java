package cellwright.protocol.exchange;

import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects faults and remarks of one translation, so that one pass reports everything. */
final class Ledger {
    /** More of a kind are counted only: the hundredth message helps nobody. */
    private static final int MOST = 400;

    private static final int LONGEST = 600;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Remark> remarks = new LinkedHashSet<>();
    private int unsaid;

    Ledger(String file) {
        this.file = file;
    }

    /** The name of the file it is about. */
    String file() {
        return file;
    }

    /** Notes a fault. */
    void error(Place place, String message) {
        Problem problem = Problem.error(place, readable(message));
        if (problems.size() < MOST && !problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Notes a fault. */
    void error(Complaint complaint) {
        error(complaint.place(), complaint.message());
    }

    /** Whether there is a fault. */
    boolean anyError() {
        return !problems.isEmpty();
    }

    /** Something that cannot be said. */
    void lost(String where, String message) {
        remark(new Remark(Remark.Kind.LOST, where, readable(message)));
    }

    /** Something that is said differently. */
    void changed(String where, String message) {
        remark(new Remark(Remark.Kind.CHANGED, where, readable(message)));
    }

    /** Something that was left open. */
    void assumed(String where, String message) {
        remark(new Remark(Remark.Kind.ASSUMED, where, readable(message)));
    }

    private void remark(Remark remark) {
        if (remarks.contains(remark)) {
            return;
        }
        if (remarks.size() < MOST) {
            remarks.add(remark);
        } else {
            unsaid++;
        }
    }

    /** Every remark, and how many more there would be. */
    List<Remark> remarks() {
        List<Remark> all = new ArrayList<>(remarks);
        if (unsaid > 0) {
            all.add(new Remark(Remark.Kind.LOST, file, unsaid + " more remarks of these kinds"));
        }
        return all;
    }

    /** The refusal. */
    <T> Result<T> refuse() {
        return new Result.Refused<>(problems);
    }

    /** One printable line of bearable length, whatever the text it quotes. */
    private static String readable(String message) {
        String line = message.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST / 2) + " ... " + line.substring(line.length() - LONGEST / 2);
    }
}
