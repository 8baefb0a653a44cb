package cellwright.protocol.yaml;

import cellwright.protocol.Places;
import cellwright.protocol.Protocol;

/**
 * A protocol and where its parts stood.
 *
 * @param protocol what was read
 * @param places its parts' places, by path
 */
public record ReadProtocol(Protocol protocol, Places places) {}
