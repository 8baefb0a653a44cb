package cellwright.modbus.codec;

/** The checksum behind every RTU frame: CRC-16 with the polynomial 0xA001 (reflected), begun at 0xFFFF, low byte first. */
public final class Crc {
    /** Bytes of a checksum. */
    public static final int SIZE = 2;

    private static final int BEGIN = 0xFFFF;
    private static final int POLYNOMIAL = 0xA001;

    private Crc() {}

    /** The two bytes that belong behind some bytes. */
    public static Octets of(Octets bytes) {
        int crc = BEGIN;
        for (int i = 0; i < bytes.size(); i++) {
            crc ^= bytes.at(i);
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ POLYNOMIAL;
            }
        }
        return Octets.of(new byte[] {(byte) crc, (byte) (crc >> Byte.SIZE)});
    }

    /** Whether the last two bytes are the checksum of those before them. */
    public static boolean closes(Octets frame) {
        int body = frame.size() - SIZE;
        return body > 0 && of(frame.slice(0, body)).equals(frame.slice(body, frame.size()));
    }
}
