package cellwright.store.follow;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How it stands with a follower.
 *
 * @param name its name
 * @param target where it hands on to, without secrets
 * @param items rows that arrived since it began
 * @param putAside rows that the target never took and that lie in a file
 * @param recordsBehind events of the journal whose consequences have not arrived; empty if that is not known
 * @param bytesBehind their bytes in the journal
 * @param oldestNanos time of the oldest of them, by the laboratory's clock; empty if there is none
 * @param trouble why nothing arrives, if nothing does
 * @param alarmAfterNanos an age at which a person must know
 */
public record Standing(
        String name,
        String target,
        long items,
        long putAside,
        OptionalLong recordsBehind,
        long bytesBehind,
        OptionalLong oldestNanos,
        Optional<String> trouble,
        long alarmAfterNanos) {
    /** For how long the oldest has been waiting, ns; 0 if there is none. */
    public long ageNanos(long nowNanos) {
        return oldestNanos.isPresent() ? Math.max(0, nowNanos - oldestNanos.getAsLong()) : 0;
    }

    /** What a person must know, if anything. */
    public Optional<String> alarm(long nowNanos) {
        if (ageNanos(nowNanos) >= alarmAfterNanos) {
            return Optional.of(name + " is " + ageNanos(nowNanos) / 1_000_000_000L + " s behind"
                    + trouble.map(why -> ": " + why).orElse("") + "; nothing is lost, the journal keeps it");
        }
        return putAside > 0
                ? Optional.of(name + ": " + putAside + " rows were refused by " + target + " and put aside")
                : Optional.empty();
    }
}
