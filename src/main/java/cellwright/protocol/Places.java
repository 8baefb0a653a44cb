package cellwright.protocol;

import java.util.Map;

/**
 * Where each part of a protocol stood in its file, kept apart from the protocol so that two protocols are equal when
 * they say the same.
 *
 * <p>Paths are made of {@code /}-separated parts: {@code steps/4/steps/1} is the second step in the body of the fifth;
 * {@code steps/4/then/0} and {@code steps/4/else/0} are the branches of an {@code if}, {@code steps/4/every/0} the
 * interruption's first step; {@code limits/voltage} a limit; {@code steps/4/eis/from} a part of a spectrum.
 *
 * @param file the file's name
 * @param byPath path to place
 */
public record Places(String file, Map<String, Place> byPath) {
    /** Takes an immutable copy. */
    public Places {
        byPath = Map.copyOf(byPath);
    }

    /** No places known, as for a protocol made by a program. */
    public static Places unknown(String file) {
        return new Places(file, Map.of());
    }

    /** The place of a path, or of the nearest part around it. */
    public Place at(String path) {
        String part = path;
        while (true) {
            Place place = byPath.get(part);
            if (place != null) {
                return place;
            }
            int slash = part.lastIndexOf('/');
            if (slash < 0) {
                return Place.whole(file);
            }
            part = part.substring(0, slash);
        }
    }
}
