/**
 * Protocols, cells and laboratories as text: what people write becomes the model, or a list of faults with line and column.
 *
 * <p>The story of a file, from the outside in. {@link cellwright.protocol.yaml.TreeReader} turns YAML events into
 * {@link cellwright.protocol.yaml.Node}s that know where they stood, and refuses what could hurt: text without end,
 * nesting without end, aliases that explode, tags, duplicate keys. {@link cellwright.protocol.yaml.ProtocolReader}
 * and {@link cellwright.protocol.yaml.CellReader} walk that tree mapping by mapping; an unknown key is a fault, and a
 * fault never stops the walk, so that one pass reports them all. Parameters ({@code $name}) are replaced in each text
 * before its meaning is looked at. Last come the small grammars of single texts: numbers with units, C-rates, times,
 * ranges, conditions. They are strict and know no locale; each says what it expected.
 *
 * <p>{@link cellwright.protocol.yaml.LabReader} reads a laboratory's configuration in the same way: names that point at each
 * other are checked here, what they stand for outside is not.
 *
 * <p>{@link cellwright.protocol.yaml.ProtocolWriter} and {@link cellwright.protocol.yaml.CellWriter} go the other way,
 * for the snapshot that travels with a run: reading what they wrote gives the same model, to the last bit of each
 * number.
 *
 * <p>The words of a protocol file, key by key; {@code docs/protocol.md} explains them to people:
 *
 * <pre>
 * protocol, source                          name; where the experiment comes from
 * reference                                 electrode of voltages without "vs"; absent: cell volts
 * C-rate                                    "cell" (default) or "discharge capacity of cycle N"
 * reference cycle                           the cycle retention is relative to, default 1
 * parameters                                name: default, used as $name or ${name}; "$$" is a dollar sign
 * resolved parameters                       in snapshots: the values that were in force, for the record only
 * record                                    { every: 10 s, dV: 2 mV, dI: 1 µA, dQ: 1 mAh/g } or "ends only";
 *                                           absent: every 30 s and 5 mV
 * limits                                    voltage, current, temperature, pressure, force: "a..b unit", or
 *                                           { range: a..b unit, trips: 2 of 3 }, or { low:, high:, trips: }; silence
 * steps                                     a list, one action each:
 *   rest, charge, discharge, current, power, hold (with "max current")
 *                                           until, at most, when late, record, limits, every: { 1 h: [steps] }
 *   temperature, pressure, force            ramp, stable: { within, for }, at most, when late
 *   wait for                                voltage, current, temperature, pressure or force; stable, at most, when late
 *   eis                                     { mode, amplitude, from, to, per decade, at }
 *   ramp                                    { from, to, step }; each, both ways, until, record, limits, then
 *   pulse                                   { charge or discharge or current, for, rest }; repeat, until, record, limits, then
 *   polarise                                [potentials]; each, max current, until, record, limits, then
 *   cycles, repeat                          a number or "forever"; until, steps; only "cycles" counts cycles
 *   if                                      then, else
 *   note                                    a line for the run's events
 *   use                                     another file's steps, inlined; with: { parameter: value }
 *   a text                                  a sentence, "Charge at C/5 for 10 hours or until 4.3 V"
 * </pre>
 *
 * <p>A step that is late stops the run at rest unless it says {@code when late: next}. A condition is a text
 * ({@code voltage >= 4.3 V}, {@code current <= C/20}, {@code time >= 30 min} or {@code after 30 min},
 * {@code "|dV/dt| <= 1 mV/h over 10 min"}, {@code retention < 80 %}, {@code cycle in [1, 2]}, {@code short}), a list of which any may
 * hold, or a mapping {@code all:} or {@code any:}. Measured values are real numbers, so that {@code >} means the same as
 * {@code >=} and {@code <} the same as {@code <=}.
 *
 * <p>A file that is used states no {@code C-rate}, {@code reference} or {@code reference cycle} other than the using
 * protocol's. Its {@code record} and {@code limits} hold in its own drive steps, in addition to what the using protocol
 * states; {@code silence}, which is judged for the whole run, must be as short in the using protocol.
 */
@NullMarked
package cellwright.protocol.yaml;

import org.jspecify.annotations.NullMarked;
