package cellwright.modbus.map;

import cellwright.instrument.Quality;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A number that is read each time.
 *
 * @param name unique within the map
 * @param spot where it lies
 * @param scaling its way to SI
 * @param signal what it is told as; empty for a status
 * @param negative if these bits hold, the value is below zero, whatever sign stands in the registers
 * @param marks what is said of its quality; the first that holds counts
 */
public record Field(
        String name, Spot spot, Scaling scaling, Optional<Signal> signal, Optional<Bits> negative, List<Mark> marks) {
    /** Takes an immutable copy. */
    public Field {
        marks = List.copyOf(marks);
    }

    /**
     * What some bits say of a value.
     *
     * @param bits which bits
     * @param quality what they say
     */
    public record Mark(Bits bits, Quality quality) {}

    /** What was read, as a sample of its signal; no number at all is {@code BAD}. */
    public Sample sample(Signal as, Registers registers) {
        Optional<BigDecimal> value = spot.in(registers).map(number -> scaling.toSi(signed(number, registers)));
        Quality quality = value.isPresent() ? Quality.GOOD : Quality.BAD;
        for (Mark mark : marks) {
            if (mark.bits().hold(registers)) {
                quality = mark.quality();
                break;
            }
        }
        return new Sample(as, value.map(BigDecimal::doubleValue).orElse(Double.NaN), quality);
    }

    private BigDecimal signed(BigDecimal number, Registers registers) {
        boolean below = negative.isPresent() && negative.get().hold(registers);
        return below ? number.abs().negate() : number;
    }
}
