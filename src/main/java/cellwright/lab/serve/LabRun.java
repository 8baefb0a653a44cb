package cellwright.lab.serve;

import cellwright.lab.RunFolder;
import cellwright.protocol.program.Program;

/**
 * A run of the laboratory that is not sealed yet.
 *
 * @param id its name, and its folder's
 * @param folder where it lies
 * @param cell the cell's name
 * @param serial serial number of the potentiostat it began with; empty if that has none
 * @param program what it executes
 */
record LabRun(String id, RunFolder folder, String cell, String serial, Program program) {}
