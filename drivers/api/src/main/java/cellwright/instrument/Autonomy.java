package cellwright.instrument;

/**
 * What a potentiostat does by itself when the computer is gone.
 *
 * @param keepsVolts enforces the voltages of a {@link Guard}
 * @param keepsAmps enforces the current of a {@link Guard}
 * @param keepsTime ends the control when the guard's time is over
 * @param watchdogNanos opens the circuit if it hears nothing for so long; 0 if it has no watchdog
 */
public record Autonomy(boolean keepsVolts, boolean keepsAmps, boolean keepsTime, long watchdogNanos) {}
