package cellwright.mark10;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the gauge lists of its settings, for example {@code V1.00;LBF;CUR;FLTC8;FLTP1;AOUT00;AOFF5;FULL;MIT;POL;B0}; only what
 * matters here. The list differs between series.
 *
 * @param perSecond readings it sends unasked, 0 for none
 */
public record Setup(int perSecond) {
    private static final Pattern FORM = Pattern.compile("V[^;]*;[^;]*;.*");
    private static final Pattern UNASKED = Pattern.compile(";AOUT(\\d{1,3})(;|$)");

    /** Understands a line; empty if it is no list. */
    static Optional<Setup> of(String line) {
        if (!FORM.matcher(line).matches()) {
            return Optional.empty();
        }
        Matcher unasked = UNASKED.matcher(line.strip());
        return Optional.of(new Setup(unasked.find() ? Integer.parseInt(unasked.group(1)) : 0));
    }
}
