package cellwright.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The end of a connection at which an emulated instrument sits: it answers what is written, as soon as it is written. */
final class DeviceEnd {
    private static final byte[] END = {};

    private final Device device;
    private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
    private byte[] current = {0};
    private int taken = 1;

    DeviceEnd(Device device) {
        this.device = device;
    }

    Wire wire() {
        return new Wire(new In(), new Out(), () -> answers.add(END));
    }

    private final class Out extends OutputStream {
        @Override
        public void write(int each) {
            write(new byte[] {(byte) each}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            byte[] answer = device.answer(Arrays.copyOfRange(bytes, from, from + count));
            if (answer.length > 0) {
                answers.add(answer);
            }
        }
    }

    private final class In extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            try {
                if (taken == current.length) {
                    current = answers.take();
                    taken = 0;
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", ended);
            }
            if (current.length == 0) {
                return -1;
            }
            int length = Math.min(count, current.length - taken);
            System.arraycopy(current, taken, into, from, length);
            taken += length;
            return length;
        }
    }
}
