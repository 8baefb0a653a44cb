/**
 * Lithium against lithium through a solid electrolyte: the cell in which one looks for the current that penetrates it.
 *
 * <p>The story of a short: stripping takes lithium away from the interface faster than pressure brings it back, and voids
 * open ({@link cellwright.simulator.lithium.Penetration} has the laws and their numbers); plating then crowds into what is
 * left of the contact, and where the local current exceeds a critical one a filament grows. Lithium also creeps into the
 * electrolyte under pressure alone. Whatever bridges the electrolyte is a short: soft and erratic first, welded later,
 * burnt through now and then. {@link cellwright.simulator.lithium.LithiumCell} steps all this in time and linearises it.
 *
 * <p>The laws follow Kasemchainan et al., Nature Materials 18 (2019) 1105, for voids and Doux et al., Adv. Energy Mater. 10
 * (2020) 1903253, for creep; their numbers were taken from memory of the literature or chosen, and are illustrative. A
 * critical current near 0.3 mA/cm2 is what the review of Famprikis et al., Nature Materials 18 (2019) 1278, finds for most
 * electrolytes at room temperature. Units are SI, positive current charges; the working electrode is stripped by it.
 */
@NullMarked
package cellwright.simulator.lithium;

import org.jspecify.annotations.NullMarked;
