/**
 * Binds a protocol to one cell and one bench, or says why that cannot be done.
 *
 * <p>The story of {@link cellwright.protocol.compile.Compiler#compile}: first the nets are laid, from the outside in. The
 * cell's envelope becomes bounds of net CELL, the protocol's limits become bounds of net RUN and must lie within the
 * envelope, a step's limits must lie within the run's. Then every step is translated: amounts become SI numbers by the
 * cell's 1C, mass and area; potentials become cell volts by the cell's counter electrode; each drive gets a time after
 * which it is over for certain and a {@link cellwright.instrument.Guard} that the instrument keeps by itself. A last
 * look over the finished operations adds what can only be seen in the whole: cycles that are asked for but never
 * counted, currents too small to be told from rest.
 *
 * <p>Every fault is collected with its place; nothing here throws, whatever a protocol says. The words a person reads
 * are made by {@link cellwright.protocol.compile.Labels} and {@link cellwright.protocol.compile.Quantities}; the table
 * shown before a start is {@link cellwright.protocol.compile.ProgramTable}.
 *
 * <p>Pure: no files, no clock, no threads.
 */
@NullMarked
package cellwright.protocol.compile;

import org.jspecify.annotations.NullMarked;
