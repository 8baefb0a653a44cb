package cellwright.lab;

/**
 * A step that was begun in a run, or went on after an interruption.
 *
 * @param number of the step in the run, from 1
 * @param path the protocol's step
 * @param label in words
 * @param beganSeconds when it began, since the run began
 * @param endedSeconds when it ended; NaN if it did not
 * @param why it ended, in words; empty if it did not
 */
public record StepTaken(int number, String path, String label, double beganSeconds, double endedSeconds, String why) {
    StepTaken later(double seconds) {
        return new StepTaken(number, path, label, beganSeconds + seconds, endedSeconds + seconds, why);
    }

    StepTaken ended(double atSeconds, String reason) {
        return new StepTaken(number, path, label, beganSeconds, atSeconds, reason);
    }
}
