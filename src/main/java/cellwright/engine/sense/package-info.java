/**
 * Whether what is measured can be true, where no limit is violated: a sense lead that is off or swapped, a contact that has come
 * loose, a broken thermocouple.
 *
 * <p>A limit asks whether a value is allowed, and a lead that has fallen off may well show an allowed one. What gives it away
 * is the way it got there: under a control that stays what it is, the voltage of a cell does not jump from one reading to the
 * next, nor does its temperature. {@link cellwright.engine.sense.Senses} follows the readings of one channel by the numbers of
 * {@link cellwright.engine.sense.SenseRules}; what it finds it says once, in words for whoever stands before the cell, and the
 * world it is used by tells the channel, which goes to rest.
 *
 * <p>The findings become events of the journal, so that a replay needs no rules. Pure values: no clock, no file, the same
 * readings always give the same answer.
 */
@NullMarked
package cellwright.engine.sense;

import org.jspecify.annotations.NullMarked;
