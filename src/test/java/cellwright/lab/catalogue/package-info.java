/**
 * The fault catalogue, S1 to S16 of serial lines and instruments and O1 to O7 of OPC UA and networks, played on a whole
 * laboratory in hand-moved time.
 *
 * <p>{@link cellwright.lab.catalogue.EmulatedRig} is what {@code cellwright serve} is made of: the real drivers, found as the
 * program finds them, the world by the clock, the conductor, the journal, the control socket's words. At the far ends of its
 * {@link cellwright.lab.catalogue.Cable}s stand emulated instruments around simulated cells, which keep the truth. Time is moved
 * by the test, so that an hour takes a moment and nothing depends on how fast the machine is.
 *
 * <p>Where each fault is proven, here and at the drivers and the world it concerns:
 *
 * <ul>
 *   <li>S1 unplugged: {@link cellwright.lab.catalogue.S01UnpluggedTest}; by pseudo-terminals and a killed process {@link
 *       cellwright.lab.catalogue.S01PortGoneTest}; the second way to rest, an interlock, {@code InstrumentFaultsTest}
 *   <li>S2 swapped: {@link cellwright.lab.catalogue.S02SwappedTest}. An instrument that runs a script cannot say who it is; it is
 *       stopped for that, which opens its circuit, and nothing else is told to it
 *   <li>S3 garbage: {@link cellwright.lab.catalogue.S03GarbageTest}; every way to hurt every frame, the {@code DamageTest} of each
 *       driver; ten million hurt answers behind a checksum in a night's {@code RtuStateTest}
 *   <li>S4 out of step: {@link cellwright.lab.catalogue.S04OutOfStepTest}
 *   <li>S5 noise: {@link cellwright.lab.catalogue.S05NoiseTest}
 *   <li>S6 habits of lines: {@link cellwright.lab.catalogue.S06HabitsTest}
 *   <li>S7 slow: {@link cellwright.lab.catalogue.S07SlowTest}
 *   <li>S8 rebooted: {@link cellwright.lab.catalogue.S08RebootTest}
 *   <li>S9 acknowledged and not executed: {@link cellwright.lab.catalogue.S09StuckOutputTest}
 *   <li>S10 frozen: {@link cellwright.lab.catalogue.S10FrozenTest}
 *   <li>S11 no number: {@link cellwright.lab.catalogue.S11NoNumberTest}
 *   <li>S14 paused: {@link cellwright.lab.catalogue.S14PausedTest} in moved time, {@link
 *       cellwright.lab.catalogue.S14StoppedProcessTest} by the system's signals
 *   <li>S15 pressure: {@link cellwright.lab.catalogue.S15PressureTest}
 *   <li>S16 interrupted spectrum: {@link cellwright.lab.catalogue.S16BrokenSpectrumTest}
 * </ul>
 *
 * <p>For O1 to O7 a {@link cellwright.lab.catalogue.Gateway}, an emulated OPC UA server on this machine's loopback with a relay
 * before it, stands in for the cable of a press. The driver's own tests, of the module drivers/opcua, are named without a link:
 *
 * <ul>
 *   <li>O1 server restarted: {@link cellwright.lab.catalogue.O01RestartTest}; subscriptions made anew, set-points read back and
 *       never sent again, {@code InterruptionTest}; subscriptions dropped without a word, {@code PressTest}; set-points of any press
 *       compared once it is back, {@code CompanionsTest}
 *   <li>O2 swallowed, half open, late: {@link cellwright.lab.catalogue.O02SwallowedTest}; late and lossy, {@code
 *       InterruptionTest}. An instrument that tells by subscription is silent for its {@code stale_ms} before it is doubted
 *   <li>O3 certificates: {@code SecurityTest}; warnings ahead, {@code ExpiryTest}
 *   <li>O4 status, stamp, overflow: {@link cellwright.lab.catalogue.O06ChangedTest}; each in turn, {@code PressTest}, {@code
 *       RawValuesTest}, {@code NoticeboardTest}
 *   <li>O5 sampled less often than asked: {@link cellwright.lab.catalogue.O06ChangedTest}, {@code PressTest}
 *   <li>O6 numbered or typed otherwise: {@link cellwright.lab.catalogue.O06ChangedTest}, {@code InterruptionTest}; at the start,
 *       {@code WrongMapTest}
 *   <li>O7 five minutes without the gateway: {@link cellwright.lab.catalogue.O01RestartTest}. The record of them is in the journal:
 *       the failure with its cause, readings without pressure, the first with it again
 * </ul>
 */
@NullMarked
package cellwright.lab.catalogue;

import org.jspecify.annotations.NullMarked;
