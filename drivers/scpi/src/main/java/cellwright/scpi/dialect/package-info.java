/**
 * How the two families are told the same thing.
 *
 * <p>A {@link cellwright.scpi.dialect.Plan} says what the instrument shall do in words of the lab: which quantity it
 * sources, at which level, up to which limit of the other. A {@link cellwright.scpi.dialect.Dialect} makes of it a list of
 * {@link cellwright.scpi.dialect.Assignment assignments}, in an order in which the cell is never driven without its limit,
 * each with the question that reads it back and the {@link cellwright.scpi.dialect.Check} its answer must pass; and it
 * understands a reading with its flags, {@link cellwright.scpi.dialect.Measured}.
 *
 * <p>{@code *RST} is in no list: it would bring back the off-state NORMAL, a source of 0 V on the cell. Everything is
 * immutable and for any thread.
 */
@NullMarked
package cellwright.scpi.dialect;

import org.jspecify.annotations.NullMarked;
