/**
 * Everything outside the engine, in two versions with the same two methods. The virtual world jumps from one occasion to
 * the next and never looks at a clock; it is what a rehearsal runs in.
 *
 * <p>How a jump goes: the engine has told, by a {@link cellwright.engine.SamplingPlan}, which crossings it cares about
 * and, by {@link cellwright.engine.Effect.WakeAt}, when it wants to be woken. The world asks the simulated rig to move on
 * to the first of them, and posts what it read there. A spectrum that was begun goes on in the same jumps, so that cell, press
 * and chamber are read meanwhile, at the end of each point and wherever something is crossed. Rigs are independent; a queue ordered by time, and by a counter
 * where times are equal, merges them.
 */
@NullMarked
package cellwright.world;

import org.jspecify.annotations.NullMarked;
