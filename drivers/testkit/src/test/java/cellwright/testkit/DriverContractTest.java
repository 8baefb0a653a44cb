package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cellwright.instrument.Settings;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The toy without fault keeps the contract; with a planted fault the check meant for it fails. */
final class DriverContractTest implements DriverContract {
    @Override
    public Bench bench() {
        return bench(EnumSet.noneOf(Fault.class));
    }

    private static Bench bench(Set<Fault> faults) {
        var host = new FakeHost().with("toy:", written -> new byte[] {'.'});
        return new Bench(new ToyDriver(faults), new Settings(Map.of("link", "toy:")), host);
    }

    @ParameterizedTest
    @EnumSource
    void plantedFaultIsFound(Fault fault) {
        DriverContract contract = () -> bench(EnumSet.of(fault));
        assertThat(catchThrowable(checkFor(fault, contract)))
                .as(fault.name())
                .isNotNull()
                .isNotInstanceOf(NullPointerException.class);
    }

    private static ThrowingCallable checkFor(Fault fault, DriverContract contract) {
        return switch (fault) {
            case NAMELESS -> contract::nameIsLowerCaseWordsJoinedByHyphens;
            case UNREGISTERED -> contract::serviceLoaderFindsExactlyOneDriverOfThisName;
            case KEY_TWICE, UNEXPLAINED -> contract::settingsHaveUniqueKeysAndMeanings;
            case UNDOCUMENTED -> contract::readmeTellsEverySetting;
            case NO_SERIAL, NEW_SERIAL_EACH_TIME -> contract::identityIsCompleteAndStable;
            case SIGNAL_NOT_READ, SIGNAL_NOT_DECLARED -> contract::readingsHoldExactlyTheDeclaredSignals;
            case OWN_CLOCK -> contract::readingsAreStampedByTheHostsClock;
            case UNSAFE_TWICE -> contract::makeSafeMayBeCalledTwice;
            case HANGS_IN_VIRTUAL_TIME, FAILS_WITHOUT_NAME -> contract::silenceEndsByDeadline;
            case LEAVES_LINK_OPEN -> contract::closeReleasesEveryLink;
            case LEAVES_LINK_OPEN_ON_FAILURE -> contract::openingOnADeadLinkFailsAndLeavesNothingOpen;
            case STARTS_A_THREAD -> contract::noThreadIsStarted;
            case TAKES_ANY_CONTROL, SENDS_BEFORE_REFUSING -> contract::controlBeyondTheEnvelopeIsRefusedUnsent;
            case TAKES_ANY_GUARD -> contract::guardBeyondTheEnvelopeIsRefusedUnsent;
            case TAKES_ANY_SETPOINT -> contract::setpointOutsideTheSpanIsRefusedUnsent;
            case REGULATES_UNSEEN -> contract::regulatedSignalsAreAmongTheSignals;
        };
    }
}
