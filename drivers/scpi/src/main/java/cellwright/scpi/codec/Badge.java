package cellwright.scpi.codec;

import java.util.Optional;

/**
 * Who an instrument says it is, in answer to {@code *IDN?}.
 *
 * @param maker for example KEITHLEY INSTRUMENTS INC.
 * @param model without the word MODEL in front
 * @param serial serial number
 * @param firmware the rest, perhaps with commas
 */
public record Badge(String maker, String model, String serial, String firmware) {
    private static final int PARTS = 4;
    private static final String MODEL = "MODEL ";

    /** Understands the answer; no answer to any other question looks like it. */
    public static Optional<Badge> of(String answer) {
        String[] parts = answer.split(",", PARTS);
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        String maker = parts[0].strip();
        String model = parts[1].strip();
        String serial = parts[2].strip();
        boolean named = !maker.isEmpty() && Character.isLetter(maker.charAt(0));
        if (!named || model.isEmpty() || !serial.matches("[0-9A-Za-z/_-]{1,32}")) {
            return Optional.empty();
        }
        String bare = model.startsWith(MODEL) ? model.substring(MODEL.length()).strip() : model;
        return Optional.of(new Badge(maker, bare, serial, parts[PARTS - 1].strip()));
    }
}
