/**
 * An OPC UA server with a press, a chamber and a potentiostat behind it, as the StackPress v1 profile has them.
 *
 * <p>{@link cellwright.simulator.emulator.opcua.Plant} is the machine: a virtual rig with a cell in it, moved by the clock it
 * is given whenever somebody looks. {@link cellwright.simulator.emulator.opcua.PressPanel}, {@link
 * cellwright.simulator.emulator.opcua.ChamberPanel} and {@link cellwright.simulator.emulator.opcua.CellPanel} are its
 * controllers: what they show and take, node by node. {@link cellwright.simulator.emulator.opcua.EmulatedServer} puts them on
 * the network. {@link cellwright.simulator.emulator.opcua.Mischief} makes all of it misbehave the way real ones do.
 *
 * <p>On a bench, {@link cellwright.simulator.emulator.opcua.PressPlayer} and {@link
 * cellwright.simulator.emulator.opcua.ChamberPlayer} put the same controllers before the bench's own cell.
 *
 * <p>A module of its own, so that the simulator needs nothing but the JDK; its players are found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package cellwright.simulator.emulator.opcua;

import org.jspecify.annotations.NullMarked;
