package cellwright.protocol.compile;

import cellwright.protocol.Subject;
import cellwright.protocol.program.Bound;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One net of limits: what the engine judges, and the window of each quantity.
 *
 * @param bounds what the engine judges
 * @param windows the window of each limited quantity
 */
record Layer(List<Bound> bounds, Map<Subject, Window> windows) {
    Layer {
        bounds = List.copyOf(bounds);
        var copy = new EnumMap<Subject, Window>(Subject.class);
        copy.putAll(windows);
        windows = Collections.unmodifiableMap(copy);
    }

    /** The window of a quantity, unlimited if nothing was said. */
    Window window(Subject subject) {
        return windows.getOrDefault(subject, Window.ALL);
    }

    boolean limits(Subject subject) {
        return windows.containsKey(subject);
    }

    /** Both nets' bounds, and the windows that both allow. */
    Layer within(Layer outer) {
        var bothBounds = new ArrayList<>(bounds);
        bothBounds.addAll(outer.bounds);
        var both = new EnumMap<Subject, Window>(Subject.class);
        for (Subject subject : Subject.values()) {
            if (limits(subject) || outer.limits(subject)) {
                both.put(subject, window(subject).and(outer.window(subject)));
            }
        }
        return new Layer(bothBounds, both);
    }
}
