package cellwright.simulator;

import cellwright.instrument.Envelope;

/**
 * How good the virtual potentiostat is. Immutable.
 *
 * @param envelope what it does
 * @param noise of its voltage; the seed is that of all its noise
 * @param analyser its impedance analyser
 */
record Channel(Envelope envelope, Noise noise, AnalyserTraits analyser) {}
