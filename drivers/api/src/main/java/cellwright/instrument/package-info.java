/**
 * What an instrument is, as seen from the rest of the house, and nothing of how any one of them talks.
 *
 * <p>A laboratory's exchange, told once: the host finds a {@link cellwright.instrument.Driver} by its name, gives it
 * {@link cellwright.instrument.Settings} from {@code config/lab.yaml} and a {@link cellwright.instrument.Host} that
 * lends links and a clock, and receives an {@link cellwright.instrument.Instrument}. The host checks its
 * {@link cellwright.instrument.Identity} before any command. Then, period by period, it asks for a
 * {@link cellwright.instrument.Reading}; when a protocol says so it hands a
 * {@link cellwright.instrument.Potentiostat} a {@link cellwright.instrument.Control} together with the
 * {@link cellwright.instrument.Guard} that the instrument itself must keep, or a
 * {@link cellwright.instrument.Regulator} a set-point. Whatever happens, {@code makeSafe()} puts the cell at open
 * circuit, may be called twice, and may be called on a link that is gone.
 *
 * <p>Units are SI doubles (V, A, s, Pa, K, C, W); times are nanoseconds of the host's monotonic clock; positive current
 * charges the cell. Every instrument is used by one thread at a time, the thread of its link; none starts a thread.
 */
@NullMarked
package cellwright.instrument;

import org.jspecify.annotations.NullMarked;
