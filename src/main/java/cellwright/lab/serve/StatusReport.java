package cellwright.lab.serve;

import cellwright.engine.Cause;
import cellwright.engine.ChannelState;
import cellwright.engine.Effect;
import cellwright.engine.Measurement;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.lab.Software;
import cellwright.store.follow.Standing;
import cellwright.world.real.InstrumentHealth;
import cellwright.world.real.LabHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How it stands with a laboratory, as names and values for JSON: snake_case, the unit last, null for what is not known. */
final class StatusReport {
    private StatusReport() {}

    /**
     * The whole laboratory; the conductor's thread.
     *
     * @param followers how it stands with those who follow the journal
     * @param wall label of now
     */
    static Map<String, @Nullable Object> of(Lab lab, List<Standing> followers, Instant wall) {
        LabHealth health = lab.health();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("ok", true);
        map.put("lab", lab.order().plan().name());
        map.put("software", Software.NAME_AND_VERSION);
        map.put("folder", lab.order().folder().toString());
        map.put("process", ProcessHandle.current().pid());
        map.put("at", wall.toString());
        map.put("at_rest", lab.isAtRest());
        map.put("journal_failure", lab.journalFailure().orElse(null));
        map.put("journal_records", lab.journal().durableSequence());
        List<Object> channels = new ArrayList<>();
        for (int place = 0; place < lab.channels().size(); place++) {
            channels.add(channel(
                    lab.channels().get(place),
                    lab.state(place),
                    health.channels().get(place).latest(),
                    health.atNanos()));
        }
        map.put("channels", channels);
        map.put(
                "instruments",
                health.instruments().stream().map(StatusReport::instrument).toList());
        map.put(
                "followers",
                followers.stream().map(each -> follower(each, lab.nowNanos())).toList());
        return map;
    }

    private static Map<String, @Nullable Object> follower(Standing follower, long nowNanos) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("follower", follower.name());
        map.put("target", follower.target());
        map.put("rows", follower.items());
        map.put("put_aside", follower.putAside());
        map.put(
                "records_behind",
                follower.recordsBehind().isPresent()
                        ? (Object) follower.recordsBehind().getAsLong()
                        : null);
        map.put("bytes_behind", follower.bytesBehind());
        map.put("age_s", seconds(follower.ageNanos(nowNanos)));
        map.put("trouble", follower.trouble().orElse(null));
        map.put("alarm", follower.alarm(nowNanos).orElse(null));
        return map;
    }

    private static Map<String, @Nullable Object> channel(
            LabChannel channel, ChannelState state, Optional<Reading> reading, long nowNanos) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("channel", channel.name());
        map.put("state", word(state));
        map.put("run", channel.run.map(LabRun::id).orElse(null));
        map.put("cell", channel.run.map(LabRun::cell).orElse(null));
        map.put("protocol", channel.run.map(run -> run.program().name()).orElse(null));
        Optional<ChannelState.Running> running = running(state);
        map.put("step", running.map(at -> at.leaf().op().label()).orElse(null));
        map.put("cycle", running.map(at -> (Object) at.ledger().cycle()).orElse(null));
        map.put("rows", running.map(at -> (Object) at.ledger().rows()).orElse(null));
        map.put(
                "run_time_s",
                running.map(at -> (Object) seconds(nowNanos - at.run().startedNanos()))
                        .orElse(null));
        Optional<Measurement> measuring = running(state)
                .filter(at -> state instanceof ChannelState.Running && at.leaf().measuring())
                .flatMap(at -> at.ledger().measurement());
        map.put("spectra", running.map(at -> (Object) at.ledger().spectra()).orElse(null));
        map.put(
                "spectrum_for_s",
                measuring
                        .map(ordered -> (Object) seconds(nowNanos - ordered.sinceNanos()))
                        .orElse(null));
        map.put(
                "spectrum_at_most_s",
                measuring
                        .map(ordered -> (Object) seconds(ordered.op().atMostNanos()))
                        .orElse(null));
        value(map, "voltage_v", reading, Signal.VOLTAGE);
        value(map, "current_a", reading, Signal.CURRENT);
        value(map, "pressure_pa", reading, Signal.PRESSURE);
        value(map, "temperature_k", reading, Signal.TEMPERATURE);
        map.put(
                "reading_age_s",
                reading.map(found -> (Object) seconds(nowNanos - found.atNanos()))
                        .orElse(null));
        map.put("cause", cause(state).map(Cause::message).orElse(null));
        map.put("alarm", channel.alarm.map(Effect.Alarm::message).orElse(null));
        map.put(
                "urgency",
                channel.alarm
                        .map(alarm -> alarm.urgency().name().toLowerCase(Locale.ROOT))
                        .orElse(null));
        return map;
    }

    private static void value(Map<String, @Nullable Object> map, String key, Optional<Reading> reading, Signal signal) {
        map.put(
                key,
                reading.map(found -> found.value(signal))
                        .filter(Double::isFinite)
                        .orElse(null));
    }

    static String word(ChannelState state) {
        return switch (state) {
            case ChannelState.Idle ignored -> "idle";
            case ChannelState.Running ignored -> "running";
            case ChannelState.Stopping ignored -> "stopping";
            case ChannelState.Held ignored -> "held";
            case ChannelState.Ended ignored -> "ended";
        };
    }

    private static Optional<ChannelState.Running> running(ChannelState state) {
        return switch (state) {
            case ChannelState.Idle ignored -> Optional.empty();
            case ChannelState.Running running -> Optional.of(running);
            case ChannelState.Stopping stopping -> Optional.of(stopping.at());
            case ChannelState.Held held -> Optional.of(held.at());
            case ChannelState.Ended ignored -> Optional.empty();
        };
    }

    private static Optional<Cause> cause(ChannelState state) {
        return switch (state) {
            case ChannelState.Idle ignored -> Optional.empty();
            case ChannelState.Running ignored -> Optional.empty();
            case ChannelState.Stopping stopping -> Optional.of(stopping.cause());
            case ChannelState.Held held -> Optional.of(held.cause());
            case ChannelState.Ended ended -> Optional.of(ended.cause());
        };
    }

    private static Map<String, @Nullable Object> instrument(InstrumentHealth instrument) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("instrument", instrument.name());
        map.put("ready", instrument.ready());
        map.put("maker", instrument.identity().map(identity -> identity.maker()).orElse(null));
        map.put("model", instrument.identity().map(identity -> identity.model()).orElse(null));
        map.put(
                "serial",
                instrument.identity().map(identity -> identity.serial()).orElse(null));
        map.put(
                "simulated",
                instrument
                        .identity()
                        .map(identity -> (Object) identity.simulated())
                        .orElse(null));
        map.put(
                "reading_age_s",
                instrument.ageNanos().isPresent()
                        ? (Object) seconds(instrument.ageNanos().getAsLong())
                        : null);
        map.put("readings", instrument.figures().readings());
        map.put("repeats", instrument.figures().repeats());
        map.put("mended", instrument.figures().mended());
        map.put("failures", instrument.figures().failures());
        map.put("connects", instrument.figures().connects());
        map.put("missed_ticks", instrument.figures().missedTicks());
        map.put("usual_lateness_s", seconds(instrument.figures().usualLatenessNanos()));
        map.put("worst_lateness_s", seconds(instrument.figures().worstLatenessNanos()));
        map.put("trouble_share", instrument.figures().troubleShare());
        map.put("poor_link", instrument.figures().poor());
        map.put("last_failure", instrument.lastFailure());
        return map;
    }

    private static double seconds(long nanos) {
        return nanos * 1e-9;
    }
}
