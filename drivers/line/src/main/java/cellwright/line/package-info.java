/**
 * What drivers of instruments share that are talked to in lines of text: the decoder, and the manners of a conversation.
 *
 * <p>A driver says what its lines look like ({@link cellwright.line.LineFormat}), puts a {@link cellwright.line.Question}
 * and understands what comes back with a {@link cellwright.line.Listener}, line by line, each of which gets a
 * {@link cellwright.line.Verdict}. The {@link cellwright.line.Conversation} touches link and clock, keeps the deadline,
 * and sees to it that no late answer is taken for the next. {@link cellwright.line.LineState} knows nothing but bytes.
 *
 * <p>Only the JDK and the driver API are known here, and no driver.
 */
@NullMarked
package cellwright.line;

import org.jspecify.annotations.NullMarked;
