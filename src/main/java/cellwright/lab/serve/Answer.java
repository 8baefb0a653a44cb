package cellwright.lab.serve;

/**
 * What came of a request.
 *
 * @param done whether it was carried out
 * @param message in words
 */
record Answer(boolean done, String message) {}
