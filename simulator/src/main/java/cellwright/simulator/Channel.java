package cellwright.simulator;

import cellwright.instrument.Envelope;
import cellwright.simulator.instrument.Dice;

/**
 * What a rig drives and sees its cell with. The meter in it remembers, so that each rig needs a channel of its own.
 *
 * @param envelope what the potentiostat does
 * @param meter what the instruments make of the truth
 * @param analyser the impedance analyser
 * @param dice of the channel; all its errors and noise are drawn with them
 */
record Channel(Envelope envelope, Meter meter, AnalyserTraits analyser, Dice dice) {}
