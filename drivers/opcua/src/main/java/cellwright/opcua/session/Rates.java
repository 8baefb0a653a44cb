package cellwright.opcua.session;

import java.time.Duration;

/**
 * How often a server is asked to look and to tell.
 *
 * @param subscribed false to ask for each reading instead
 * @param sampling time between two looks at a node
 * @param publishing time between two messages
 * @param stale without a sign of life for so long, nothing is believed
 */
public record Rates(boolean subscribed, Duration sampling, Duration publishing, Duration stale) {}
