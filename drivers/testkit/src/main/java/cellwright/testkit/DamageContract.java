package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A session in which one answer is hurt, for each answer in turn and for each way of hurting it: every call ends in time,
 * right or by name; what the {@link Course} says holds; and afterwards, with a good line, everything is right again.
 */
public interface DamageContract {
    /**
     * A kind of session.
     *
     * @param name for people
     * @param fresh begins one
     * @param moreThan so many answers come in it at least, and one more
     * @param every 1 to hurt each answer in turn, 3 for each third
     */
    record Talk(String name, Fresh fresh, int moreThan, int every) {}

    /** Begins a session, with nothing hurt so far. */
    @FunctionalInterface
    interface Fresh {
        /** Begins it. */
        Course course() throws InstrumentException;
    }

    /**
     * A host and a line to an emulated instrument, which can be hurt.
     *
     * @param host of the driver
     * @param spoil from now on each answer is changed, line ends included; an empty one is lost
     * @param delay from now on each answer comes so many nanoseconds later; may be called while an answer is changed, and
     *     holds for it
     */
    record Place(FakeHost host, Consumer<UnaryOperator<String>> spoil, LongConsumer delay) {}

    /**
     * What answers and calls are like.
     *
     * @param lineEnd what a line ends in that takes the place of an answer
     * @param anotherAnswer an answer to a question that is not asked, line end included
     * @param late how late {@link LineDamage#LATE} is
     * @param longestCall the longest that a call may take
     */
    record Manners(String lineEnd, String anotherAnswer, Duration late, Duration longestCall) {}

    /** A session with an emulated instrument of its own. */
    interface Course {
        /** Where it takes place. */
        Place place();

        /** The session. */
        void talk(Attempts attempts) throws InstrumentException;

        /** What must hold after every call. */
        default void afterEveryCall() {}

        /** What must be right afterwards, some time later, on a good line. */
        void afterwards() throws InstrumentException;
    }

    /** The kinds of session. */
    List<Talk> talks();

    /** What its answers and calls are like. */
    Manners manners();

    /** The names of failures that are right. */
    default Set<Kind> named() {
        return EnumSet.of(Kind.TIMEOUT, Kind.GARBLED, Kind.REFUSED);
    }

    /** The checks, one for each kind of session and each damage. */
    @TestFactory
    default Stream<DynamicTest> noSingleAnswerMatters() {
        return talks().stream().flatMap(talk -> Arrays.stream(LineDamage.values())
                .map(damage ->
                        DynamicTest.dynamicTest(talk.name() + ": " + damage, () -> hurtEachInTurn(talk, damage))));
    }

    private void hurtEachInTurn(Talk talk, LineDamage damage) throws InstrumentException {
        int answers = run(talk, damage, Integer.MAX_VALUE);
        assertThat(answers).as("answers in the session").isGreaterThan(talk.moreThan());
        for (int which = 0; which < answers; which += talk.every()) {
            run(talk, damage, which);
        }
    }

    /** The number of answers. */
    private int run(Talk talk, LineDamage damage, int which) throws InstrumentException {
        var hurt = new HurtAnswer(damage, which, manners());
        Course course = talk.fresh().course();
        Place place = course.place();
        place.spoil().accept(answer -> {
            place.delay().accept(hurt.late() ? manners().late().toNanos() : 0);
            return hurt.on(answer);
        });
        try {
            course.talk(new Attempts(course, hurt, named(), manners().longestCall()));
            place.delay().accept(0);
            place.spoil().accept(answer -> answer);
            course.afterwards();
        } catch (AssertionError wrong) {
            throw new AssertionError(hurt + ": " + wrong.getMessage(), wrong);
        }
        return hurt.said();
    }
}
