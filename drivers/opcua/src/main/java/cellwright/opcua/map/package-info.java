/**
 * What plays which part on somebody's server, as data: no network, no library for the wire.
 *
 * <p>{@link cellwright.opcua.map.RoleMapReader} takes a YAML text to a {@link cellwright.opcua.map.RoleMap}, or says everything
 * that is wrong with it by file, line and column. A {@link cellwright.opcua.map.Role} is a node with a part to play:
 * {@code Force.Actual} is the force that is measured, {@code Force.Setpoint} the one that is wanted. Which roles an instrument
 * has and needs depends on its {@link cellwright.opcua.map.Kind}; {@link cellwright.opcua.map.RoleRules} knows. Where the node
 * is, tells its {@link cellwright.opcua.map.Place}, by the address of its namespace and never by that namespace's number; what
 * its number means in SI, its {@link cellwright.opcua.map.Measure}.
 *
 * <p>Everything here is pure and immutable.
 */
@NullMarked
package cellwright.opcua.map;

import org.jspecify.annotations.NullMarked;
