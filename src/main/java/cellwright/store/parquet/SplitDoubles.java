package cellwright.store.parquet;

import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.values.ValuesWriter;

/**
 * The doubles of a page as {@code BYTE_STREAM_SPLIT}: the lowest byte of all of them, then the next of all of them, up to the highest.
 * The library's own writer of the same moves single bytes through streams, which took longer than compressing them. One thread.
 */
final class SplitDoubles extends ValuesWriter {
    private long[] bits = new long[1024];
    private int count;

    @Override
    public void writeDouble(double value) {
        if (count == bits.length) {
            bits = Arrays.copyOf(bits, 2 * count);
        }
        bits[count++] = Double.doubleToRawLongBits(value);
    }

    @Override
    public BytesInput getBytes() {
        byte[] split = new byte[count * Double.BYTES];
        for (int stream = 0; stream < Double.BYTES; stream++) {
            int from = stream * count;
            int shift = stream * Byte.SIZE;
            for (int i = 0; i < count; i++) {
                split[from + i] = (byte) (bits[i] >>> shift);
            }
        }
        return BytesInput.from(split);
    }

    @Override
    public Encoding getEncoding() {
        return Encoding.BYTE_STREAM_SPLIT;
    }

    @Override
    public long getBufferedSize() {
        return (long) count * Double.BYTES;
    }

    @Override
    public long getAllocatedSize() {
        return (long) bits.length * Double.BYTES;
    }

    @Override
    public void reset() {
        count = 0;
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + " " + getBufferedSize() + " bytes of doubles";
    }
}
