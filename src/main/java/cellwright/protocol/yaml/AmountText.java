package cellwright.protocol.yaml;

import cellwright.protocol.Amount;
import cellwright.protocol.Electrode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Amounts as scientists write them, each in the dimension its place asks for. */
final class AmountText {
    private static final Pattern VERSUS = Pattern.compile("(.*?)\\bvs\\.?\\s+(.+)|(.*?)\\bvs\\.?\\s*", Pattern.DOTALL);

    private AmountText() {}

    /** A current above 0: absolute, per area, per mass or a C-rate. */
    static Amount current(String text) throws Misfit {
        return above0(text, signedCurrent(text));
    }

    /** A current of either sign; a negative C-rate is refused by {@link #above0} only. */
    static Amount signedCurrent(String text) throws Misfit {
        Optional<Double> rate = RateText.parse(text);
        if (rate.isPresent()) {
            return new Amount.CRate(rate.get());
        }
        boolean looksLikeRate = text.strip().matches("[0-9.]*\\s*C\\s*/.*|[0-9.]*C");
        if (looksLikeRate) {
            throw new Misfit("\"" + text + "\" is not a C-rate; expected C/5, 0.2C, 3C or 3C/2");
        }
        try {
            return of(text, Dimension.CURRENT);
        } catch (Misfit misfit) {
            throw new Misfit(misfit.message() + " or a C-rate such as C/5");
        }
    }

    /** An amount, absolute or related to area or mass. */
    static Amount of(String text, Dimension dimension) throws Misfit {
        Quantity quantity = Quantity.parse(text, dimension);
        return quantity.basis().amount(quantity.value());
    }

    /** An amount above 0. */
    static Amount positive(String text, Dimension dimension) throws Misfit {
        return above0(text, of(text, dimension));
    }

    /** A potential, with the electrode it is stated against. */
    static Amount.Volts volts(String text) throws Misfit {
        Versus split = versus(text);
        return new Amount.Volts(Quantity.plain(split.amount(), Dimension.VOLTAGE), split.reference());
    }

    /** Separates "4.3 V" from "vs Li+/Li". */
    static Versus versus(String text) throws Misfit {
        Matcher matcher = VERSUS.matcher(text.strip());
        if (!matcher.matches()) {
            return new Versus(text.strip(), Optional.empty());
        }
        if (matcher.group(2) == null) {
            throw new Misfit("\"" + text + "\" names no electrode behind vs; known are " + knownElectrodes());
        }
        return new Versus(matcher.group(1).strip(), Optional.of(electrode(matcher.group(2))));
    }

    /** An electrode known by name, or {@code cell}. */
    static String electrode(String text) throws Misfit {
        String name = text.strip();
        if (!name.equals(Electrode.CELL) && Electrode.named(name).isEmpty()) {
            throw new Misfit("unknown electrode \"" + name + "\"; known are " + knownElectrodes());
        }
        return name;
    }

    private static String knownElectrodes() {
        List<String> names = Stream.concat(Electrode.KNOWN.stream().map(Electrode::name), Stream.of(Electrode.CELL))
                .toList();
        return String.join(", ", names);
    }

    private static Amount above0(String text, Amount amount) throws Misfit {
        if (!(amount.number() > 0)) {
            throw new Misfit("\"" + text + "\" must be above 0; the direction is in the word before it");
        }
        return amount;
    }

    /** The text that reads back as this amount. */
    static String write(Dimension dimension, Amount amount) {
        return switch (amount) {
            case Amount.Si si -> Quantity.write(dimension, Basis.TOTAL, si.value());
            case Amount.Volts volts ->
                Quantity.write(Dimension.VOLTAGE, Basis.TOTAL, volts.volts())
                        + volts.reference().map(name -> " vs " + name).orElse("");
            case Amount.CRate rate -> RateText.write(rate.multiple());
            case Amount.PerArea area -> Quantity.write(dimension, Basis.AREA, area.perSquareMetre());
            case Amount.PerMass mass -> Quantity.write(dimension, Basis.MASS, mass.perKilogram());
        };
    }

    /**
     * A text split at "vs".
     *
     * @param amount what stands before
     * @param reference the electrode behind, if any
     */
    record Versus(String amount, Optional<String> reference) {}
}
