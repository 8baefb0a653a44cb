package cellwright.simulator;

import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.simulator.cell.CellDesign;
import cellwright.simulator.cell.CellModel;
import cellwright.simulator.cell.ParticleCell;
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
            Setting.optional("press_time_constant_s", "time constant of the press, s", "5"));

    static final List<Setting> DECLARED = Stream.of(
                    COMMON,
                    InstrumentSettings.DECLARED,
                    ParticleSettings.DECLARED,
                    ElectrolyteSettings.DECLARED,
                    BlockingSettings.DECLARED,
                    LithiumSettings.DECLARED)
            .flatMap(List::stream)
            .toList();

    private final Answers answers;
    private final ParticleSettings particle;
    private final InstrumentSettings instrument;

    /** Settings with every default filled in. */
    RigSettings(Settings settings) {
        this.answers = new Answers(settings);
        this.particle = new ParticleSettings(answers);
        this.instrument = new InstrumentSettings(answers);
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
                yield particleCell(fixture, atNanos);
            }
            case BLOCKING -> {
                leaveAlone(List.of(ParticleSettings.DECLARED, LithiumSettings.DECLARED));
                yield new BlockingSettings(answers).cell(fixture, tolerance(), atNanos);
            }
            case LITHIUM -> {
                leaveAlone(List.of(ParticleSettings.DECLARED, BlockingSettings.DECLARED));
                yield new LithiumSettings(answers).cell(fixture, tolerance(), instrument.seed(), atNanos);
            }
        };
    }

    CellDesign design() {
        return particle.design();
    }

    /** The particle cell in its fixture, as assembled. */
    ParticleCell particleCell(Fixture fixture, long atNanos) {
        return particle.cell(fixture, tolerance(), atNanos);
    }

    private double tolerance() {
        return answers.within("tolerance", 1e-7, 1e-2);
    }

    /** What the cell is driven and seen with. */
    Channel channel(long atNanos) {
        return instrument.channel(startPascals(), answers.positive("area_m2"), atNanos);
    }

    Fixture fixture(long atNanos) {
        double kelvins = answers.within("start_temperature_k", VirtualRig.kelvins());
        var response = new Fixture.Response(answers.positive("press_time_constant_s"), particle.pascalsPerMetre());
        return new Fixture(response, instrument.chamber(kelvins, atNanos), startPascals(), atNanos);
    }

    private double startPascals() {
        return answers.within("start_pressure_pa", VirtualRig.pascals());
    }

    /** Refuses what was set for another kind of cell: it would be a misunderstanding. */
    private void leaveAlone(List<List<Setting>> foreign) {
        foreign.stream().flatMap(List::stream).forEach(setting -> {
            boolean alone = setting.fallback().equals(answers.settings().text(setting.key()));
            answers.demand(alone, setting.key(), "means nothing to the model " + answers.text("model"));
        });
    }
}
