package cellwright.protocol.yaml;

import cellwright.protocol.LabPlan;
import cellwright.protocol.Places;

/**
 * A laboratory that was read.
 *
 * @param plan what it says
 * @param places where its parts stand: {@code links/NAME}, {@code instruments/NAME}, {@code instruments/NAME/settings/KEY},
 *     {@code channels/NAME}, {@code channels/NAME/press} and the like
 */
public record ReadLab(LabPlan plan, Places places) {}
