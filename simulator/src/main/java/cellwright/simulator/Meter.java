package cellwright.simulator;

import cellwright.instrument.Quality;
import cellwright.simulator.cell.Drive;
import cellwright.simulator.instrument.AutoRange;
import cellwright.simulator.instrument.Converter;
import cellwright.simulator.instrument.CurrentMeter;
import cellwright.simulator.instrument.Dice;
import cellwright.simulator.instrument.LoadCell;
import cellwright.simulator.instrument.Mishaps;
import cellwright.simulator.instrument.Ranges;
import cellwright.simulator.instrument.Traits;
import cellwright.simulator.instrument.Trouble;
import cellwright.simulator.instrument.VoltMeter;

/**
 * What a rig's instruments make of the truth: what they show, which is what the loop, the guard and the coulomb counter
 * work with, and what they report of it in a sample, with noise, in steps. Mutable, one thread.
 *
 * <p>The counter counts what the current input shows and its 1/f noise, as long as the circuit is closed. Its white noise
 * is left out: over an hour it adds up to less than 10^-7 of full scale.
 *
 * <p>At open circuit the relay has disconnected the shunt. What is reported then is what the finest range shows without a
 * current.
 */
final class Meter {
    private static final int AT_REST = 0;
    /** After a change of range the current is off by so much of full scale for so long ... */
    private static final double GLITCH_SHARE = 5e-3;

    private static final long GLITCH_NANOS = 2_000_000;
    private static final long NEVER_CHANGED = Long.MIN_VALUE;
    /** Noise beyond so many standard deviations is seen once in 10^9 readings. */
    private static final double SURE_DEVIATIONS = 6;
    /** What a voltage input with one lead off sees of the cell through leakage, and the hum it picks up, V rms. */
    private static final double LEAKED_SHARE = 0.6;

    private static final double HUM_VOLTS = 0.05;
    /** Where the input of a broken thermocouple of type K ends, and where a swapped one is, K. */
    private static final double BROKEN_KELVINS = 1645.15;

    private static final double ELSEWHERE_KELVINS = 296.15;

    private final VoltMeter voltMeter;
    private final CurrentMeter currentMeter;
    private final AutoRange ranges;
    private final LoadCell loadCell;
    private final double kelvinsOffset;
    private final double biasAmps;
    private final double complianceVolts;
    private final double worseOhms;
    private final long sampleNanos;
    private final Dice glitches;
    private final Dice hum;
    private final Mishaps mishaps;
    private final long openedNanos;
    private final double voltsDoubt;
    private final double[] ampsDoubt = new double[Ranges.COUNT];
    private Trouble trouble;
    private boolean closed;
    private double wander;
    private double nextWander;
    private double stuckVolts = Double.NaN;
    private double lastAmps;
    private double nextAmps;

    /**
     * The instruments of a channel.
     *
     * @param traits what they are like
     * @param dice of the channel
     * @param mishaps what happens to them
     * @param pascals pressure the load cell has long been under
     * @param atNanos when the rig is opened
     */
    Meter(Traits traits, Dice dice, Mishaps mishaps, double pascals, long atNanos) {
        this.voltMeter = new VoltMeter(traits.volts(), dice);
        this.currentMeter = new CurrentMeter(traits.amps(), dice);
        boolean auto = traits.range() == 0;
        int first = auto ? AT_REST : Ranges.of(traits.range()).orElseThrow();
        this.ranges = new AutoRange(auto, first, traits.sampleNanos());
        this.loadCell = new LoadCell(traits.load(), dice, pascals);
        this.kelvinsOffset = kelvinsOffset(traits, dice);
        this.biasAmps = traits.biasAmps() * dice.of("input bias").spread(0);
        this.complianceVolts = traits.complianceVolts();
        this.sampleNanos = traits.sampleNanos();
        this.worseOhms = traits.worseOhms();
        this.hum = dice.of("hum");
        this.glitches = dice.of("range glitch");
        this.mishaps = mishaps;
        this.openedNanos = atNanos;
        this.trouble = Trouble.at(mishaps, 0);
        this.wander = currentMeter.wander(0);
        this.voltsDoubt = doubt(voltMeter.deviation(), voltMeter.converter());
        for (int range = 0; range < Ranges.COUNT; range++) {
            ampsDoubt[range] = doubt(currentMeter.deviation(range), currentMeter.converter(range));
        }
        this.nextWander = wander;
    }

    private static double doubt(double deviation, Converter converter) {
        return SURE_DEVIATIONS * deviation + 0.5 * converter.step();
    }

    /** What the temperature sensor of the channel shows too much, K. */
    static double kelvinsOffset(Traits traits, Dice dice) {
        return traits.kelvinsOffset() * dice.of("temperature offset").spread(0);
    }

    /** What is wrong at the moment. */
    Trouble trouble() {
        return trouble;
    }

    /** Time between two samples. */
    long sampleNanos() {
        return sampleNanos;
    }

    /** Largest voltage a current is pushed with; infinite for any. */
    double complianceVolts() {
        return complianceVolts;
    }

    /** Closes the circuit in a range that suits a current. */
    void close(double shownAmps) {
        closed = true;
        ranges.select(shownAmps);
    }

    /** Opens it. */
    void open() {
        closed = false;
        ranges.select(0);
    }

    /** What drives the cell at open circuit: the current into the voltage input. */
    Drive openDrive() {
        return biasAmps == 0 ? Drive.OPEN : new Drive.Amps(biasAmps);
    }

    /** The cell's voltage if this much is shown and the current stays what it is. */
    double trueVolts(double shown) {
        return voltMeter.truth(shown) / sensed() - lastAmps * contactOhms();
    }

    /** The resistance in series with the cell that is no part of it. */
    double contactOhms() {
        return trouble.contactWorse() ? worseOhms : 0;
    }

    /** What the sense leads pass on of the voltage between them, with its sign. */
    private double sensed() {
        double share = trouble.senseOff() ? LEAKED_SHARE : 1;
        return trouble.senseSwapped() ? -share : share;
    }

    /** The cell's current if this much is shown in the range in force. */
    double trueAmps(double shown) {
        return currentMeter.truth(range(), shown) + biasAmps;
    }

    /** The cell's power if this much is shown, at a cell voltage. */
    double trueWatts(double shown, double volts) {
        return volts * trueAmps(shown / shownVolts(volts, lastAmps));
    }

    /** What is shown of a cell's current in the range in force. */
    double shownAmps(double amps) {
        return currentMeter.shown(range(), amps - biasAmps);
    }

    /** By how much the voltage must be beyond a level to be so for certain. */
    double voltsDoubt() {
        return voltsDoubt;
    }

    /** By how much the current must be beyond a level to be so for certain. */
    double ampsDoubt() {
        return ampsDoubt[range()];
    }

    /**
     * Shows what a step led to, or, if it takes no time, what a look at the cell finds.
     *
     * @param before the accepted moment
     * @param shownBefore what was shown of it; charge and energy count on from there
     * @param truth at the end of the step, with the charge and energy of the step itself
     * @param shown is filled
     * @param fromNanos where the accepted moment stands
     * @param nanos length of the step
     */
    void show(Moment before, Moment shownBefore, Moment truth, Moment shown, long fromNanos, long nanos) {
        double seconds = nanos * 1e-9;
        shown.volts = shownVolts(truth.volts, truth.amps);
        shown.amps = shownAmps(closed ? truth.amps : biasAmps);
        shown.kelvins = shownKelvins(truth.kelvins);
        shown.pascals = loadCell.shown(truth.pascals, truth.kelvins, seconds);
        shown.coulombs = shownBefore.coulombs;
        shown.joules = shownBefore.joules;
        nextAmps = truth.amps;
        nextWander = currentMeter.wander((fromNanos - openedNanos + nanos) * 1e-9);
        if (closed) {
            count(0.5 * (before.volts + truth.volts), truth, shown, seconds);
        }
    }

    private void count(double meanVolts, Moment truth, Moment shown, double seconds) {
        int range = range();
        double gain = currentMeter.gain(range);
        double stray = currentMeter.offset(range) - gain * biasAmps;
        double wandered = Ranges.fullScale(range) * (nextWander - wander);
        double coulombs = gain * truth.coulombs + stray * seconds + wandered;
        shown.coulombs += coulombs;
        double between = meanVolts + truth.amps * contactOhms();
        double lost = gain * truth.coulombs * truth.amps * contactOhms();
        double joules = gain * truth.joules + lost + (stray * seconds + wandered) * between;
        shown.joules += sensed() * voltMeter.gain() * joules + voltMeter.offset() * coulombs;
    }

    /** Makes the moment shown last the one to count on from. */
    void accept() {
        wander = nextWander;
        lastAmps = nextAmps;
        loadCell.accept();
    }

    /** By what factor an impedance is seen too large with an excitation of so many amperes; not a number, if lost. */
    double excitationGain(double amps) {
        if (trouble.voltsLost()) {
            return Double.NaN;
        }
        double seen = trouble.voltsStick() ? 0 : voltMeter.gain() / currentMeter.gain(ranges.suiting(amps));
        return seen * sensed();
    }

    /** Noise of the current input in the range of an excitation, as a share of it, averaged over some time. */
    double excitationNoise(double amps, long nanos) {
        double samples = Math.max(1, nanos / (double) sampleNanos);
        return currentMeter.deviation(ranges.suiting(amps)) / (amps * Math.sqrt(samples));
    }

    /** The largest excitation in the range of one, A. */
    double mostExcitation(double amps) {
        int range = ranges.suiting(amps);
        return Ranges.fullScale(trouble.rangeSticks() ? Math.max(0, range - 1) : range);
    }

    /** Reports what is shown at an instant. */
    void report(Moment shown, long nowNanos, Report report) {
        long age = nowNanos - openedNanos;
        long sample = age / sampleNanos;
        Moment values = report.values;
        double heard = trouble.senseOff() ? HUM_VOLTS * hum.normal(sample) : 0;
        reportVolts(shown.volts + voltMeter.noise(sample) + heard, report);
        reportAmps(shown.amps + currentMeter.noise(range(), sample, age * 1e-9), nowNanos, report);
        values.coulombs = shown.coulombs;
        values.joules = shown.joules;
        values.kelvins = shown.kelvins;
        values.pascals = loadCell.sample(shown.pascals, sample);
        report.pascals = loadCell.overloaded(shown.pascals) ? Quality.OVERLOAD : Quality.GOOD;
    }

    private void reportVolts(double volts, Report report) {
        report.volts = voltMeter.converter().overloaded(volts) ? Quality.OVERLOAD : Quality.GOOD;
        report.values.volts = voltMeter.converter().code(volts);
        stuckVolts = trouble.voltsStick() && !Double.isNaN(stuckVolts) ? stuckVolts : report.values.volts;
        if (trouble.voltsStick()) {
            report.values.volts = stuckVolts;
        }
        if (trouble.voltsLost()) {
            report.values.volts = Double.NaN;
        }
    }

    private void reportAmps(double shown, long nowNanos, Report report) {
        long changed = ranges.changedNanos();
        boolean settling = changed != NEVER_CHANGED && nowNanos - changed < sampleNanos;
        double glitch = settling && nowNanos - changed < GLITCH_NANOS
                ? GLITCH_SHARE * Ranges.fullScale(range()) * glitches.spread(changed)
                : 0;
        int range = trouble.rangeSticks() ? Math.max(0, range() - 1) : range();
        Converter converter = currentMeter.converter(range);
        report.values.amps = converter.code(shown + glitch);
        report.amps =
                converter.overloaded(shown + glitch) ? Quality.OVERLOAD : settling ? Quality.UNCERTAIN : Quality.GOOD;
    }

    /** How far the current is beyond a range, in units of how close that is to be located; negative inside. */
    double rangeExcess(Moment shown) {
        return closed ? ranges.excess(shown.amps) : Double.NEGATIVE_INFINITY;
    }

    /** When something changes by itself next; {@link Long#MAX_VALUE} if nothing does. */
    long dueNanos(long nowNanos) {
        long trouble = mishaps.changeAfter(nowNanos - openedNanos);
        long mishap = trouble == Long.MAX_VALUE ? trouble : openedNanos + trouble;
        return Math.min(ranges.dueNanos(), mishap);
    }

    /** Changes the range if it is time; true if it did. */
    boolean rangeChanges(Moment shown, long nowNanos) {
        return closed && ranges.pass(shown.amps, nowNanos);
    }

    /** Meets with whatever trouble an instant brings; true if anything is different. */
    boolean troubleChanges(long nowNanos) {
        Trouble now = mishaps.any() ? Trouble.at(mishaps, nowNanos - openedNanos) : trouble;
        if (now.equals(trouble)) {
            return false;
        }
        trouble = now;
        return true;
    }

    private int range() {
        return closed ? ranges.range() : AT_REST;
    }

    private double shownVolts(double volts, double amps) {
        return voltMeter.shown(sensed() * (volts + amps * contactOhms()));
    }

    private double shownKelvins(double kelvins) {
        return switch (trouble.probe()) {
            case WELL -> kelvins + kelvinsOffset;
            case OPEN -> BROKEN_KELVINS;
            case ELSEWHERE -> ELSEWHERE_KELVINS;
        };
    }

    /** What is reported of a moment, and how far it can be trusted. */
    static final class Report {
        final Moment values = new Moment();
        Quality volts = Quality.GOOD;
        Quality amps = Quality.GOOD;
        Quality pascals = Quality.GOOD;
    }
}
