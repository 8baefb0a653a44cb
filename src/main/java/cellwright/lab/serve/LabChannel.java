package cellwright.lab.serve;

import cellwright.engine.Effect;
import cellwright.protocol.LabPlan;
import java.util.Optional;

/** A channel of the laboratory at work: what does not show in the engine's state. The conductor's thread. */
final class LabChannel {
    final LabPlan.Channel plan;
    /** Its number in the journal. */
    final int number;

    Optional<LabRun> run = Optional.empty();
    /** The latest that a person must know, of the present run. */
    Optional<Effect.Alarm> alarm = Optional.empty();

    LabChannel(LabPlan.Channel plan, int number) {
        this.plan = plan;
        this.number = number;
    }

    String name() {
        return plan.name();
    }

    void begin(LabRun next) {
        run = Optional.of(next);
        alarm = Optional.empty();
    }
}
