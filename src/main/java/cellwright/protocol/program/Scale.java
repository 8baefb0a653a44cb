package cellwright.protocol.program;

import java.util.OptionalDouble;

/**
 * What turns ampere-hours into figures that can be compared between cells.
 *
 * @param activeMassKg active mass, if known
 * @param areaM2 electrode area, if known
 * @param oneCAmps the current of 1C by the cell's definition, if known
 */
public record Scale(OptionalDouble activeMassKg, OptionalDouble areaM2, OptionalDouble oneCAmps) {}
