/**
 * Protocols of other programs: read into ours, and ours written for them.
 *
 * <p>Three languages are read: aurora-unicycler JSON, the sentences of PyBaMM experiments, and the Modulo Bat technique of
 * EC-Lab and BT-Lab settings files ({@code .mps}). Two are written: unicycler JSON and PyBaMM sentences. None of them can say
 * all that ours can, and each leaves something unsaid that ours wants said. So both directions give, beside the result, a list of
 * {@link cellwright.protocol.exchange.Remark}s, one for each thing that was lost, that is said differently, or that was left
 * open and is now explicit.
 *
 * <p>What would be dangerous to guess is refused with its place, and then nothing is made at all: a current whose direction is
 * not certain, a scan that would leave the cell elsewhere, a jump, a voltage without its counter electrode, a drive whose only
 * end cannot be said.
 *
 * <p>{@link cellwright.protocol.exchange.ForeignProtocol} reads: it recognises the language, has the reader of that language
 * walk the text, and reads back what was written before it is handed out.
 * {@link cellwright.protocol.exchange.ProtocolExport} writes: {@link cellwright.protocol.exchange.CommonSteps} says the protocol
 * in the words that cyclers share, then the writer of a language puts them down. Text in, text out; files are somebody else's.
 */
@NullMarked
package cellwright.protocol.exchange;

import org.jspecify.annotations.NullMarked;
