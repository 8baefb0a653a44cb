package cellwright.opcua.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cellwright.instrument.Quality;
import cellwright.instrument.Signal;
import cellwright.opcua.map.Measure;
import cellwright.opcua.map.Place;
import cellwright.opcua.map.Role;
import cellwright.opcua.map.ValueType;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers in the exact type of a node, and what a value of a server is worth. */
final class RawValuesTest {
    private static Role role(ValueType type, boolean inverted) {
        return new Role(
                "Force.Actual",
                new Place.Id("urn:x", "i=1"),
                type,
                new Measure("N", 2, 1),
                inverted,
                Optional.empty(),
                false,
                Optional.empty(),
                Map.of(),
                Map.of());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STRING")
    void aNumberThatFitsHasTheTypeOfItsNode(ValueType type) {
        Property.forAll(Numbers.doubles(Math.max(type.lowest(), -1e300), Math.min(type.highest(), 1e300)))
                .check(200, number -> {
                    Variant raw = RawValues.number(type, number).orElseThrow();
                    assertThat(RawValues.isOf(type, Objects.requireNonNull(raw.value())))
                            .isTrue();
                    assertThat(RawValues.same(raw, raw)).isTrue();
                });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STRING")
    void aNumberThatDoesNotFitIsRefused(ValueType type) {
        for (double each : List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)) {
            assertThat(RawValues.number(type, each)).isEmpty();
        }
        if (!type.isReal()) {
            assertThat(RawValues.number(type, type.highest() + 1)).isEmpty();
            assertThat(RawValues.number(type, type.lowest() - 1)).isEmpty();
        }
    }

    @Test
    void aTextOfTheMapMustFit() {
        assertThat(RawValues.text(ValueType.BOOLEAN, "true")).isEqualTo(Variant.ofBoolean(true));
        assertThat(RawValues.text(ValueType.INT16, "-2")).isEqualTo(Variant.ofInt16((short) -2));
        assertThatIllegalArgumentException().isThrownBy(() -> RawValues.text(ValueType.BYTE, "256"));
    }

    @Test
    void whatIsReadBackMayHaveTheResolutionOf32Bits() {
        assertThat(RawValues.same(Variant.ofDouble(0.1), Variant.ofDouble((float) 0.1)))
                .isTrue();
        assertThat(RawValues.same(Variant.ofDouble(1000), Variant.ofDouble(1000.1)))
                .isFalse();
        assertThat(RawValues.same(Variant.ofBoolean(true), Variant.ofBoolean(false)))
                .isFalse();
        assertThat(RawValues.same(Variant.ofDouble(Double.NaN), Variant.ofDouble(0)))
                .isFalse();
        assertThat(RawValues.same(Variant.ofDouble(0), Variant.NULL_VALUE)).isFalse();
    }

    private static Quality quality(DataValue value, boolean stale, boolean afterGap) {
        return Judgement.of(role(ValueType.DOUBLE, false), Signal.FORCE, value, stale, afterGap)
                .quality();
    }

    @Test
    void aValueIsWorthWhatItsStatusAndItsAgeSay() {
        DataValue good = new DataValue(Variant.ofDouble(3), StatusCode.GOOD, DateTime.MIN_VALUE);
        assertThat(Judgement.of(role(ValueType.DOUBLE, false), Signal.FORCE, good, false, false)
                        .value())
                .isEqualTo(7);
        assertThat(quality(good, false, false)).isEqualTo(Quality.GOOD);
        assertThat(quality(good, true, false)).isEqualTo(Quality.STALE);
        assertThat(quality(good, false, true)).isEqualTo(Quality.UNCERTAIN);
        assertThat(quality(good.withStatus(StatusCode.UNCERTAIN), false, false)).isEqualTo(Quality.UNCERTAIN);
        assertThat(quality(good.withStatus(StatusCode.BAD), false, false)).isEqualTo(Quality.MISSING);
        assertThat(quality(
                        good.withStatus(StatusCode.GOOD.withDataValueInfoType().withOverflow()), false, false))
                .isEqualTo(Quality.UNCERTAIN);
        assertThat(quality(new DataValue(StatusCodes.Bad_WaitingForInitialData), false, false))
                .isEqualTo(Quality.MISSING);
        assertThat(quality(new DataValue(Variant.ofFloat(3)), false, false)).isEqualTo(Quality.BAD);
        assertThat(quality(new DataValue(Variant.NULL_VALUE), false, false)).isEqualTo(Quality.BAD);
    }

    @Test
    void anInvertedFlagIsTheOtherWayRound() {
        DataValue yes = new DataValue(Variant.ofBoolean(true));
        assertThat(Judgement.si(role(ValueType.BOOLEAN, false), yes)).isEqualTo(1);
        assertThat(Judgement.si(role(ValueType.BOOLEAN, true), yes)).isEqualTo(0);
        assertThat(Judgement.si(role(ValueType.BOOLEAN, false), new DataValue(Variant.ofInt32(1))))
                .isNaN();
    }
}
