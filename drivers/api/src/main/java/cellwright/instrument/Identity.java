package cellwright.instrument;

/**
 * Who an instrument says it is; compared after every reconnect, before any command.
 *
 * @param maker the manufacturer's name
 * @param model the type designation
 * @param serial the serial number, what tells two of a kind apart
 * @param firmware the firmware version, empty if the instrument has none to tell
 * @param simulated true if no matter moves; every export of such data says so
 */
public record Identity(String maker, String model, String serial, String firmware, boolean simulated) {}
