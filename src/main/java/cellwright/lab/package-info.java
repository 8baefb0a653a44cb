/**
 * The laboratory: cells, protocols and runs as files and folders, and the life of a run from its order to its seal.
 *
 * <p>A rehearsal, told once. The files of the protocol and the cell are read and refused as a whole if anything is wrong
 * with them. A {@link cellwright.lab.RigRoom} finds the simulator among the drivers and sets up a rig with that cell. The
 * compiler binds the three. Only then a {@link cellwright.lab.RunFolder} is made: snapshots of protocol and cell, a card
 * with everything needed to understand the run, the journal. A {@link cellwright.lab.Rehearsal} conducts the run to its
 * end, whatever that is, and seals the folder. Everything asked later, a table, an export, a check, is answered by
 * {@link cellwright.lab.RunReplay} from the journal through the same engine. What a spectrum comes to, its state of charge and
 * whether it can be trusted, is computed where it is asked for, in {@link cellwright.lab.SpectrumFigures}.
 */
@NullMarked
package cellwright.lab;

import org.jspecify.annotations.NullMarked;
