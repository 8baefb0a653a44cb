/**
 * Presses, chambers, potentiostats and sensors behind an OPC UA server; which node plays which part is a file.
 *
 * <p>A reading's way, told once. {@link cellwright.opcua.OpcUaDriver} reads {@link cellwright.opcua.Options} and the role map,
 * enters the server through {@link cellwright.opcua.session.Doorway} and makes a {@link cellwright.opcua.Station}: the
 * connection, the nodes, who the instrument is. Asked to read, the station makes sure that there is a session and that it is
 * still the one whose nodes it knows, beats the heartbeat, has {@link cellwright.opcua.session.Listening} see to it that
 * nothing known is old, and turns values into samples. A {@link cellwright.opcua.Press} (or chamber) and a {@link
 * cellwright.opcua.CellDriver} add set-points: looked at first, written once, read back, never sent again.
 *
 * <p>The instrument's thread makes every decision. The library has threads of its own for sockets and timers; they are made for
 * one instrument and end with it.
 */
@NullMarked
package cellwright.opcua;

import org.jspecify.annotations.NullMarked;
