/**
 * The scripts an instrument is given, one for each thing it is asked to do, and what it tells while one runs.
 *
 * <p>A script here is the device's own guard: it holds the voltages, the current and the time that must not be passed
 * ({@link cellwright.palmsens.script.Limits}), tells them back before the cell is switched on, looks at the open cell,
 * and opens the circuit by itself when a limit is passed twice in a row, with {@code cell_off} in its last block. So the
 * cell is kept when the computer is gone. {@link cellwright.palmsens.script.CurrentScript},
 * {@link cellwright.palmsens.script.HoldScript}, {@link cellwright.palmsens.script.RestScript} and
 * {@link cellwright.palmsens.script.SpectrumScript} write them for a {@link cellwright.palmsens.script.Model} in a
 * {@link cellwright.palmsens.script.Style}; {@link cellwright.palmsens.script.RunState} follows what comes back and
 * {@link cellwright.palmsens.script.Verdict} says why one ended.
 *
 * <p>Everything is immutable and free of input and output. Units are SI; positive current charges.
 */
@NullMarked
package cellwright.palmsens.script;

import org.jspecify.annotations.NullMarked;
