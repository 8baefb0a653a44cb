package cellwright.simulator;

import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.simulator.cell.CellDesign;
import cellwright.simulator.cell.CellModel;
import java.util.List;
import java.util.stream.Stream;

/** What a rig wants to be told, and what was told, checked as it is asked for. Immutable, any thread. */
final class RigSettings {
    /** Text that stands for nothing. */
    static final String NOT_GIVEN = "none";

    private static final List<Setting> COMMON = List.of(
            Setting.required("cell", "name of the cell, for messages and the serial number"),
            Setting.optional("model", "kind of cell: particle, blocking or lithium", Kind.PARTICLE.word),
            Setting.required("area_m2", "electrode area, m2"),
            Setting.optional(
                    "active_mass_kg", "mass of the cathode's active material, kg; of a particle cell", NOT_GIVEN),
            Setting.optional("anode", "counter electrode: In/InLi or Li, or material", Answers.MATERIAL),
            Setting.optional("start_temperature_k", "temperature at the beginning, K", "293.15"),
            Setting.optional("start_pressure_pa", "stack pressure at the beginning, Pa", "0"),
            Setting.optional("tolerance", "error allowed in a time step, in stoichiometry and volts per 5 V", "2e-4"),
            Setting.optional("volts_range", "largest voltage of the potentiostat, of either sign, V", "5"),
            Setting.optional("seed", "whole number that selects the noise and a short's course", "0"),
            Setting.optional("noise_volts_rms", "white noise of the measured voltage, V rms", "0"),
            Setting.optional("spectrum_noise", "white noise of a spectrum at its best, as a share of |Z|, 1", "1e-3"),
            Setting.optional("press_time_constant_s", "time constant of the press, s", "5"),
            Setting.optional("chamber_time_constant_s", "time constant of the chamber, s", "1200"),
            Setting.optional("chamber_ramp_k_per_s", "fastest ramp of the chamber, K/s", "0.0333333333"));

    static final List<Setting> DECLARED = Stream.of(
                    COMMON,
                    ParticleSettings.DECLARED,
                    ElectrolyteSettings.DECLARED,
                    BlockingSettings.DECLARED,
                    LithiumSettings.DECLARED)
            .flatMap(List::stream)
            .toList();

    private final Answers answers;
    private final ParticleSettings particle;

    /** Settings with every default filled in. */
    RigSettings(Settings settings) {
        this.answers = new Answers(settings);
        this.particle = new ParticleSettings(answers);
    }

    String cell() {
        answers.demand(!answers.text("cell").isBlank(), "cell", "must not be empty");
        return answers.text("cell");
    }

    /**
     * The cell in its fixture, as assembled.
     *
     * @throws IllegalArgumentException also if something is set that means nothing to its kind
     */
    CellModel model(Fixture fixture, long atNanos) {
        return switch (Kind.of(answers)) {
            case PARTICLE -> {
                leaveAlone(List.of(ElectrolyteSettings.DECLARED, BlockingSettings.DECLARED, LithiumSettings.DECLARED));
                yield particle.cell(fixture, tolerance(), atNanos);
            }
            case BLOCKING -> {
                leaveAlone(List.of(ParticleSettings.DECLARED, LithiumSettings.DECLARED));
                yield new BlockingSettings(answers).cell(fixture, tolerance(), atNanos);
            }
            case LITHIUM -> {
                leaveAlone(List.of(ParticleSettings.DECLARED, BlockingSettings.DECLARED));
                yield new LithiumSettings(answers).cell(fixture, tolerance(), seed(), atNanos);
            }
        };
    }

    CellDesign design() {
        return particle.design();
    }

    int depth() {
        return particle.depth();
    }

    double startStoichiometry() {
        return particle.startStoichiometry();
    }

    double tolerance() {
        return answers.within("tolerance", 1e-7, 1e-2);
    }

    /** The potentiostat and its analyser. */
    Channel channel() {
        return new Channel(
                VirtualRig.envelope(answers.within("volts_range", 1, 10)),
                new Noise(seed(), answers.within("noise_volts_rms", 0, 1)),
                AnalyserTraits.usual(answers.within("spectrum_noise", 0, 0.1)));
    }

    Fixture fixture(long atNanos) {
        Fixture.Response response = new Fixture.Response(
                answers.positive("press_time_constant_s"),
                answers.positive("chamber_time_constant_s"),
                answers.positive("chamber_ramp_k_per_s"),
                particle.pascalsPerMetre());
        return new Fixture(
                response,
                answers.within("start_temperature_k", VirtualRig.kelvins()),
                answers.within("start_pressure_pa", VirtualRig.pascals()),
                atNanos);
    }

    private long seed() {
        return answers.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Refuses what was set for another kind of cell: it would be a misunderstanding. */
    private void leaveAlone(List<List<Setting>> foreign) {
        foreign.stream().flatMap(List::stream).forEach(setting -> {
            boolean alone = setting.fallback().equals(answers.settings().text(setting.key()));
            answers.demand(alone, setting.key(), "means nothing to the model " + answers.text("model"));
        });
    }
}
