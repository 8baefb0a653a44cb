package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

    /** A session with an emulated instrument of its own. */
    interface Course {
        /** The host of the driver. */
        FakeHost host();

        /** From now on each answer of the emulated instrument is changed, line ends included; an empty one is lost. */
        void spoil(UnaryOperator<String> how);

        /** From now on each answer comes so much later; may be called while an answer is changed, and holds for it. */
        void delay(long nanos);

        /** The session. */
        void talk(Attempts attempts) throws InstrumentException;

        /** What must hold after every call. */
        default void afterEveryCall() {}

        /** What must be right afterwards, some time later, on a good line. */
        void afterwards() throws InstrumentException;
    }

    /** The kinds of session. */
    List<Talk> talks();

    /** What a line ends in that takes the place of an answer. */
    String lineEnd();

    /** An answer to a question that is not asked, line end included. */
    String anotherAnswer();

    /** How late {@link LineDamage#LATE} is. */
    Duration late();

    /** The longest that a call may take. */
    Duration longestCall();

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
        var hurt = new HurtAnswer(damage, which, lineEnd(), anotherAnswer());
        Course course = talk.fresh().course();
        course.spoil(answer -> {
            course.delay(hurt.late() ? late().toNanos() : 0);
            return hurt.on(answer);
        });
        try {
            course.talk(new Attempts(course, hurt, named(), longestCall()));
            course.delay(0);
            course.spoil(answer -> answer);
            course.afterwards();
        } catch (AssertionError wrong) {
            throw new AssertionError(hurt + ": " + wrong.getMessage(), wrong);
        }
        return hurt.said();
    }
}
