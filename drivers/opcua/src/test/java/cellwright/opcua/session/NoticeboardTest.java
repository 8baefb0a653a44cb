package cellwright.opcua.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.junit.jupiter.api.Test;

/** What counts when values overtake each other on their way. */
final class NoticeboardTest {
    private static final int DOOR = 0;
    private static final int HEARTBEAT = 1;

    private final Noticeboard board = new Noticeboard(2, role -> role == HEARTBEAT, 100);

    private static DataValue flag(boolean value) {
        return DataValue.valueOnly(Variant.ofBoolean(value));
    }

    private static DataValue stamped(double value, long stamp) {
        return DataValue.valueOnly(Variant.ofDouble(value)).withSourceTime(new DateTime(stamp));
    }

    private Object door() {
        return String.valueOf(board.value(DOOR).value().value());
    }

    @Test
    void anAnswerDoesNotCoverAChangeThatWasToldAfterItWasAskedFor() {
        Noticeboard.Pen pen = board.pen();
        long asked = board.asking();
        pen.told(DOOR, flag(true), 110);
        board.answered(DOOR, flag(false), asked, 120);
        assertThat(door()).as("the change is told once and must not be lost").isEqualTo("true");
        board.answered(DOOR, flag(false), board.asking(), 130);
        assertThat(door()).isEqualTo("false");
    }

    @Test
    void anAnswerWithALaterStampCoversWhatWasToldLate() {
        Noticeboard.Pen pen = board.pen();
        long asked = board.asking();
        pen.told(HEARTBEAT, stamped(7, 1000), 110);
        board.answered(HEARTBEAT, stamped(8, 2000), asked, 120);
        assertThat(board.value(HEARTBEAT).value().value()).isEqualTo(8.0);
        asked = board.asking();
        pen.told(HEARTBEAT, stamped(9, 3000), 130);
        board.answered(HEARTBEAT, stamped(8, 2000), asked, 140);
        assertThat(board.value(HEARTBEAT).value().value()).isEqualTo(9.0);
    }

    @Test
    void whatIsToldOfOneRoleDoesNotKeepTheAnswerOfAnotherOut() {
        Noticeboard.Pen pen = board.pen();
        long asked = board.asking();
        pen.told(HEARTBEAT, stamped(7, 1), 110);
        board.answered(DOOR, flag(true), asked, 120);
        assertThat(door()).isEqualTo("true");
    }

    @Test
    void aSubscriptionThatWasReplacedIsHeardNoMore() {
        Noticeboard.Pen before = board.pen();
        before.told(DOOR, flag(false), 110);
        Noticeboard.Pen pen = board.pen();
        pen.told(DOOR, flag(true), 120);
        pen.heard(120);
        before.told(DOOR, flag(false), 130);
        before.heard(130);
        before.missed();
        before.tear();
        assertThat(door()).isEqualTo("true");
        assertThat(board.silenceNanos(130)).isEqualTo(10);
        assertThat(board.isTorn()).isFalse();
        assertThat(board.takeGap()).isFalse();
    }

    @Test
    void aSubscriptionThatIsNoMoreStaysSoUntilTheNextIsBegun() {
        Noticeboard.Pen pen = board.pen();
        pen.tear();
        pen.heard(110);
        assertThat(board.isTorn()).isTrue();
        assertThat(board.takeGap()).isTrue();
        assertThat(board.takeGap()).isFalse();
        board.pen();
        assertThat(board.isTorn()).isFalse();
        board.missed();
        assertThat(board.takeGap()).isTrue();
    }

    /** The standard marks the oldest value that is left; the newest, which is kept, comes in the same message and is clean. */
    @Test
    void anOverflowIsAGapThoughLaterValuesCameWithIt() {
        Noticeboard.Pen pen = board.pen();
        pen.told(DOOR, stamped(1, 1000).withStatus(StatusCode.GOOD.withOverflow()), 110);
        pen.told(DOOR, stamped(2, 2000), 110);
        assertThat(board.value(DOOR).statusCode()).isEqualTo(StatusCode.GOOD);
        assertThat(board.takeGap()).isTrue();
        pen.told(DOOR, stamped(3, 3000), 120);
        assertThat(board.takeGap()).isFalse();
    }

    @Test
    void aValueIsRenewedByItsStampAndAHeartbeatByItsCount() {
        Noticeboard.Pen pen = board.pen();
        pen.told(DOOR, stamped(1, 1000), 110);
        pen.told(HEARTBEAT, stamped(1, 1000), 110);
        pen.told(DOOR, stamped(1, 2000), 120);
        pen.told(HEARTBEAT, stamped(1, 2000), 120);
        assertThat(board.ageNanos(DOOR, 120)).isZero();
        assertThat(board.ageNanos(HEARTBEAT, 120)).isEqualTo(10);
        pen.told(DOOR, stamped(2, 2000), 130);
        pen.told(HEARTBEAT, stamped(2, 2000), 130);
        assertThat(board.ageNanos(DOOR, 130)).isEqualTo(10);
        assertThat(board.ageNanos(HEARTBEAT, 130)).isZero();
    }
}
