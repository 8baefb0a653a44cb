/**
 * What a driver's tests are made of: generated cases, scripted and emulated links, and the contract every driver keeps.
 *
 * <p>The story of a driver's test folder: its codec is fed the same bytes in every way a serial line may cut them
 * ({@link cellwright.testkit.Chunkings}) and in every way it may spoil them ({@link cellwright.testkit.Damages}); values
 * go out and come back for a few hundred seeded cases ({@link cellwright.testkit.Property} over a
 * {@link cellwright.testkit.Gen}); single exchanges are played from a script ({@link cellwright.testkit.ScriptedLink});
 * and a test class that implements {@link cellwright.testkit.DriverContract} hands over a
 * {@link cellwright.testkit.Bench}, the driver before an emulated instrument, and inherits the checks that hold for all.
 *
 * <p>Nothing here sleeps or reads a clock: time is a {@link cellwright.testkit.HandClock}, and a link that has nothing to
 * say moves it to the reader's deadline. Everything is for one thread at a time, except the clock, and the
 * {@link cellwright.testkit.FaultProxy}, which stands in connections that are real and carries on threads of its own.
 */
@NullMarked
package cellwright.testkit;

import org.jspecify.annotations.NullMarked;
