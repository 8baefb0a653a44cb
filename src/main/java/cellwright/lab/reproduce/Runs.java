package cellwright.lab.reproduce;

import cellwright.lab.RunData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The runs of an experiment with one seed. */
public final class Runs {
    private final long seed;
    private final Map<String, Tried> tried;
    private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();

    Runs(long seed, Map<String, Tried> tried) {
        this.seed = seed;
        this.tried = new LinkedHashMap<>(tried);
    }

    /** What selected the noise. */
    public long seed() {
        return seed;
    }

    /** The run of an experiment that has one only. */
    public RunData only() {
        return of("");
    }

    /**
     * A run by its name.
     *
     * @throws RunFailed if it did not come to its end, or something is wrong with its records
     */
    public RunData of(String name) {
        Tried found = tried.get(name);
        if (found == null) {
            throw new IllegalStateException("the experiment has no run named \"" + name + "\"");
        }
        return switch (found) {
            case Tried.Done done -> done.data();
            case Tried.Failed failed -> throw new RunFailed(failed.why());
        };
    }

    /**
     * What several judgements are made of, computed once.
     *
     * @param kind of it; there is one of a kind
     * @param make how it is computed
     */
    <T> T once(Class<T> kind, Supplier<T> make) {
        return kind.cast(made.computeIfAbsent(kind, wanted -> make.get()));
    }

    /** Every run that came to its end, by name. */
    public Map<String, RunData> done() {
        Map<String, RunData> data = new LinkedHashMap<>();
        tried.forEach((name, each) -> {
            if (each instanceof Tried.Done done) {
                data.put(name, done.data());
            }
        });
        return data;
    }
}
