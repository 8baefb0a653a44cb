package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.testkit.Tale.Wish;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What is asked of a driver while an answer is hurt: it may fail, but in time and by name. One thread. */
public final class Attempts {
    private final DamageContract.Course course;
    private final HurtAnswer hurt;
    private final Set<Kind> named;
    private final Duration longest;

    Attempts(DamageContract.Course course, HurtAnswer hurt, Set<Kind> named, Duration longest) {
        this.course = course;
        this.hurt = hurt;
        this.named = named;
        this.longest = longest;
    }

    /** Whether a wish was granted; if not, its failure had a name, and either way it was over in time. */
    public boolean tried(Wish wish) {
        long start = course.place().host().clock().nanos();
        boolean granted = granted(wish);
        assertThat(Duration.ofNanos(course.place().host().clock().nanos() - start))
                .as("duration of a call")
                .isLessThanOrEqualTo(longest);
        course.afterEveryCall();
        return granted;
    }

    private boolean granted(Wish wish) {
        try {
            wish.of();
            return true;
        } catch (InstrumentException failed) {
            assertThat(failed.kind()).as(failed.getMessage()).isIn(named);
            return false;
        }
    }

    /** An instrument, or nothing, and then no link is left open. */
    public <I> Optional<I> opened(Opening<I> opening) {
        var box = new Object() {
            Optional<I> instrument = Optional.empty();
        };
        if (!tried(() -> box.instrument = Optional.of(opening.open()))) {
            assertThat(course.place().host().openLinks()).as("open links").isZero();
        }
        return box.instrument;
    }

    /** Whether the answer that came last had the one before once more in front of it. */
    public boolean repeated() {
        return hurt.repeated();
    }

    /** Opens an instrument. */
    @FunctionalInterface
    public interface Opening<I> {
        /** Opens it. */
        I open() throws InstrumentException;
    }
}
