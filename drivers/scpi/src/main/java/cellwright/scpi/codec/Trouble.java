package cellwright.scpi.codec;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of an instrument's error queue, in the instrument's words.
 *
 * @param code its number, negative where SCPI itself defines it; 0 says that the queue is empty
 * @param text its words
 */
public record Trouble(int code, String text) {
    private static final Pattern FORM = Pattern.compile("\\s*([+-]?\\d{1,6})\\s*,\\s*\"([ !#-~]*)\"[ -~]*");

    /** Understands the answer to {@code :SYST:ERR?}; what some firmware adds behind a semicolon is left out. */
    public static Optional<Trouble> of(String answer) {
        Matcher found = FORM.matcher(answer);
        if (!found.matches()) {
            return Optional.empty();
        }
        String words = found.group(2);
        int more = words.indexOf(';');
        return Optional.of(new Trouble(Integer.parseInt(found.group(1)), more < 0 ? words : words.substring(0, more)));
    }

    /** Whether this says that nothing is left. */
    public boolean none() {
        return code == 0;
    }

    /** Number and words, {@code -222 "Parameter data out of range"}. */
    public String told() {
        return code + " \"" + text + '"';
    }
}
