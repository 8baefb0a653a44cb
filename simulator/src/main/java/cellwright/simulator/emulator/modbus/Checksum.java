package cellwright.simulator.emulator.modbus;

/** The CRC-16 of RTU frames, from a table of half bytes. */
final class Checksum {
    private static final int[] NIBBLES = new int[16];

    static {
        for (int i = 0; i < NIBBLES.length; i++) {
            int value = i;
            for (int bit = 0; bit < 4; bit++) {
                value = value >>> 1 ^ ((value & 1) == 1 ? 0xA001 : 0);
            }
            NIBBLES[i] = value;
        }
    }

    private Checksum() {}

    /** Of the first bytes of an array; its low byte goes first on the line. */
    static int of(byte[] bytes, int count) {
        int sum = 0xFFFF;
        for (int i = 0; i < count; i++) {
            sum = sum >>> 4 ^ NIBBLES[(sum ^ bytes[i]) & 0xF];
            sum = sum >>> 4 ^ NIBBLES[(sum ^ bytes[i] >>> 4) & 0xF];
        }
        return sum;
    }
}
