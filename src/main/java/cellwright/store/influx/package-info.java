/**
 * Readings, cycles and spectra in InfluxDB, or in anything that takes line protocol.
 *
 * <p>{@link cellwright.store.influx.InfluxOutlet} is the end of a follower. It makes lines, sends them in batches with a call
 * that waits for the answer, and keeps a batch until it is answered. A busy or absent server is tried again after 250 ms and
 * up to 30 s, or when it says; so is one that refuses the token, since a wrong configuration must not cost data. A batch that the
 * server calls malformed is halved until the rows at fault stand alone; those go to {@code refused.lp}, the others on.
 * {@link cellwright.store.influx.Reconciliation} counts and sums what the server holds and compares it with the journal.
 *
 * <p>The schema. Times are nanoseconds of the wall clock at the run's beginning and monotonic from there; no two rows of a run
 * and measurement have the same one, and a row sent twice has the same one both times, so that it overwrites itself.
 *
 * <pre>
 * tags of all      lab, channel, cell, run; simulated=true where no matter moved
 *
 * readings         a row the protocol records. Every usable signal as NAME_UNIT: voltage_v, current_a (positive charges),
 *                  temperature_k, pressure_pa, force_n, charge_c (the instrument's counter), ...;
 *                  row (from 1), cycle, step, test_time_s, setpoint_pa, net_charge_c (of the run), cycle_charge_c,
 *                  cycle_discharge_c
 * cycles           at a cycle's end: cycle, charge_ah, discharge_ah, charge_wh, discharge_wh, coulombic_efficiency,
 *                  energy_efficiency, retention, mean_charge_v, mean_discharge_v, duration_s
 * spectra          a point of a spectrum: spectrum (from 1), point (from 1), cycle, step, frequency_hz, z_real_ohm,
 *                  z_imag_ohm (capacitive below 0), held_v, temperature_k, pressure_pa (before it), usable (1 or 0).
 *                  Points have times one resolution apart, from the instant the spectrum began.
 * </pre>
 *
 * <p>Counters are integers, everything else is a float; what is not known is left out. There are no text fields, because some
 * servers keep none.
 */
@NullMarked
package cellwright.store.influx;

import org.jspecify.annotations.NullMarked;
