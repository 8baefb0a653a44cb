package cellwright.template;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * What the instrument can be asked.
 *
 * @param words the command, without line end
 * @param answer the kind of reply that answers it
 */
public record Question<R extends Reply>(String words, Class<R> answer) {
    /** Who it is. */
    public static final Question<Reply.Identified> WHO = new Question<>("ID?", Reply.Identified.class);
    /** What it measures now. */
    public static final Question<Reply.Measured> READ = new Question<>("READ?", Reply.Measured.class);

    /** The bytes to send, line end included. */
    public byte[] frame() {
        return (words + "\r\n").getBytes(US_ASCII);
    }
}
