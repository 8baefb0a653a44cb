package cellwright.simulator;

import cellwright.instrument.Envelope;
import cellwright.instrument.Setting;
import cellwright.simulator.instrument.Approach;
import cellwright.simulator.instrument.Chamber;
import cellwright.simulator.instrument.Converter;
import cellwright.simulator.instrument.CurrentMeter;
import cellwright.simulator.instrument.Dice;
import cellwright.simulator.instrument.LoadCell;
import cellwright.simulator.instrument.Mishaps;
import cellwright.simulator.instrument.Ranges;
import cellwright.simulator.instrument.RegulatedChamber;
import cellwright.simulator.instrument.Traits;
import cellwright.simulator.instrument.VoltMeter;
import java.util.List;

/** The part of the settings that says by what the cell is driven and seen. Immutable, any thread. */
final class InstrumentSettings {
    /** Text that stands for what the kind of instrument says. */
    private static final String KIND = "instrument";

    private static final double WIDEST_AMPS = Ranges.fullScale(Ranges.COUNT - 1);
    private static final long SAMPLE_NANOS = 20_000_000L;

    static final List<Setting> DECLARED = List.of(
            Setting.optional("instrument", "ideal or real: what the settings that are left to it stand for", "ideal"),
            Setting.optional(
                    "seed", "whole number that selects errors and noise of the instruments and a short's course", "0"),
            Setting.optional("volts_range", "largest voltage of the potentiostat, of either sign, V", "5"),
            of("voltage_gain_share", "largest error of the measured voltage, 1"),
            of("voltage_offset_v", "largest offset of the measured voltage, V"),
            of("noise_volts_rms", "white noise of the measured voltage, V rms"),
            of("converter_bits", "resolution of voltage and current, 12 to 24 bits, or none"),
            of("current_range_a", "full scale of a fixed current range, 1e-8 to 0.1 A in decades, or auto"),
            of("current_gain_share", "largest error of the measured current, 1"),
            of("current_offset_share", "largest offset of the measured current, of full scale, 1"),
            of("current_noise_share", "white noise of the measured current, of full scale, rms, 1"),
            of("input_bias_a", "largest current into the voltage input, A"),
            of("compliance_v", "largest voltage the potentiostat pushes a current with, V, or none"),
            Setting.optional("spectrum_noise", "white noise of a spectrum at its best, as a share of |Z|, 1", "1e-3"),
            Setting.optional("cable_h", "inductance of the cable beyond the 0.2 µH of a cell's leads, H", "0"),
            of("load_cell_n", "span of the load cell beneath the stack, N, or none"),
            of("load_cell_noise_share", "noise of the load cell, of its span, rms, 1"),
            of("load_cell_drift_per_k", "largest drift of the load cell's zero, of its span, 1/K"),
            of("load_cell_creep_share", "largest creep of the load cell, of the load, 1"),
            of("temperature_offset_k", "largest offset of the temperature sensor, K"),
            of("chamber_overshoot_k", "by how much the chamber's fastest ramp shoots over, K, or none"),
            of("chamber_ripple_k", "amplitude of the chamber's swing of 5 min, K"),
            Setting.optional(
                    "contact_rise_ohm", "what the fault contact_rise adds in series with the cell, ohm", "1000"),
            Setting.optional("chamber_time_constant_s", "time constant of a chamber that never shoots over, s", "1200"),
            Setting.optional("chamber_ramp_k_per_s", "fastest ramp of the chamber, K/s", "0.0333333333"),
            Setting.optional(
                    "faults", "what goes wrong when, such as open_lead at 3600 s for 10 s; nan at 2 h", "none"));

    private final Answers answers;

    InstrumentSettings(Answers answers) {
        this.answers = answers;
    }

    private static Setting of(String key, String meaning) {
        return Setting.optional(key, meaning + ", or instrument", KIND);
    }

    /** The channel of one rig. */
    Channel channel(double pascals, double areaM2, long atNanos) {
        var meter = new Meter(traits(areaM2), dice(), mishaps(), pascals, atNanos);
        var analyser = AnalyserTraits.usual(answers.within("spectrum_noise", 0, 0.1), answers.within("cable_h", 0, 1));
        return new Channel(envelope(), meter, analyser, dice());
    }

    private Envelope envelope() {
        double fixed = fixedRange();
        return VirtualRig.envelope(voltsRange(), fixed == 0 ? WIDEST_AMPS : fixed);
    }

    Chamber chamber(double kelvins, long atNanos) {
        double perSecond = answers.positive("chamber_ramp_k_per_s");
        double seconds = answers.positive("chamber_time_constant_s");
        double overshoot = unless("chamber_overshoot_k", 0, 0.3, 1e-3, 5);
        double ripple = real("chamber_ripple_k", 0.1, 0, 5);
        if (overshoot == 0) {
            answers.demand(ripple == 0, "chamber_ripple_k", "must be 0 as long as chamber_overshoot_k is none");
            return new LaggingChamber(Approach.resting(atNanos, kelvins), seconds, perSecond);
        }
        var traits = new RegulatedChamber.Traits(perSecond, overshoot, ripple);
        return new RegulatedChamber(traits, Meter.kelvinsOffset(traits(1), dice()), dice(), kelvins, atNanos);
    }

    private Traits traits(double areaM2) {
        return new Traits(
                volts(),
                amps(),
                fixedRange(),
                load(areaM2),
                real("temperature_offset_k", 0.1, 0, 10),
                real("input_bias_a", 1e-12, 0, 1e-6),
                unless("compliance_v", Double.POSITIVE_INFINITY, 12, voltsRange(), 1e3),
                answers.within("contact_rise_ohm", 0, 1e9),
                SAMPLE_NANOS);
    }

    private VoltMeter.Traits volts() {
        return new VoltMeter.Traits(
                real("voltage_gain_share", 2e-4, 0, 0.1),
                real("voltage_offset_v", 100e-6, 0, 0.1),
                real("noise_volts_rms", 15e-6, 0, 1),
                new Converter(bits(), voltsRange()));
    }

    private CurrentMeter.Traits amps() {
        return new CurrentMeter.Traits(
                real("current_gain_share", 1e-3, 0, 0.1),
                real("current_offset_share", 2e-4, 0, 0.1),
                real("current_noise_share", 20e-6, 0, 0.01),
                bits(),
                SAMPLE_NANOS * 1e-9);
    }

    private LoadCell.Traits load(double areaM2) {
        double newtons = unless("load_cell_n", 0, 50e3, 1, 1e9);
        double span = newtons == 0 ? VirtualRig.pascals().high() : newtons / areaM2;
        return new LoadCell.Traits(
                new Converter(newtons == 0 ? 0 : 24, span),
                real("load_cell_noise_share", 5e-4, 0, 0.1),
                real("load_cell_drift_per_k", 2e-4, 0, 0.01),
                real("load_cell_creep_share", 3e-4, 0, 0.1),
                600);
    }

    private int bits() {
        if (answers.text("converter_bits").equals("none")) {
            return 0;
        }
        if (answers.text("converter_bits").equals(KIND)) {
            return isReal() ? 18 : 0;
        }
        return (int) answers.whole("converter_bits", 12, 24);
    }

    /** 0 for ranges that change by themselves. An ideal instrument has but one. */
    private double fixedRange() {
        if (answers.text("current_range_a").equals("auto")) {
            return 0;
        }
        if (answers.text("current_range_a").equals(KIND)) {
            return isReal() ? 0 : WIDEST_AMPS;
        }
        double amps = answers.positive("current_range_a");
        answers.demand(Ranges.of(amps).isPresent(), "current_range_a", "must be auto or a decade from 1e-8 to 0.1");
        return Ranges.fullScale(Ranges.of(amps).getAsInt());
    }

    private Mishaps mishaps() {
        try {
            return Mishaps.of(answers.text("faults"), dice());
        } catch (IllegalArgumentException notUnderstood) {
            throw new IllegalArgumentException("setting \"faults\": " + notUnderstood.getMessage(), notUnderstood);
        }
    }

    private Dice dice() {
        return new Dice(seed());
    }

    /** What selects everything left to chance. */
    long seed() {
        return answers.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private double voltsRange() {
        return answers.within("volts_range", 1, 10);
    }

    /** A trait that is 0 for an ideal instrument. */
    private double real(String key, double ofReal, double low, double high) {
        return answers.text(key).equals(KIND) ? (isReal() ? ofReal : 0) : answers.within(key, low, high);
    }

    /** A trait that an ideal instrument does not have, and that any may be without. */
    private double unless(String key, double none, double ofReal, double low, double high) {
        String text = answers.text(key);
        if (text.equals("none") || (text.equals(KIND) && !isReal())) {
            return none;
        }
        return text.equals(KIND) ? ofReal : answers.within(key, low, high);
    }

    private boolean isReal() {
        return switch (answers.text("instrument")) {
            case "ideal" -> false;
            case "real" -> true;
            default -> throw answers.fault("instrument", "must be ideal or real");
        };
    }
}
