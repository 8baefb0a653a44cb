package cellwright.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A disk in memory that fails on demand, loses its power at any operation, and then remembers only what it had to. A
 * failed force loses its bytes for good though they can still be read, and later forces of the file claim success, as
 * kernels do.
 */
public final class SimDisk implements Disk {
    /** The power is gone; nothing after this happens. */
    public static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;

        PowerCut() {
            super("power cut");
        }
    }

    /** What becomes of bytes and names that were never forced. */
    public record Survival(Bytes bytes, int torn, boolean names) {
        /** Bytes that were not forced. */
        public enum Bytes {
            LOST,
            KEPT,
            /** Only this many of them. */
            TORN,
            /** The length is kept, the content is zero. */
            ZEROED,
            /** The first so many are zero, the others kept. */
            HOLED
        }
    }

    private static final class Node {
        byte[] data = new byte[64];
        int size;
        int durable;
        boolean doomed;

        void append(ByteBuffer bytes, int count) {
            if (size + count > data.length) {
                data = Arrays.copyOf(data, Math.max(2 * data.length, size + count));
            }
            bytes.get(data, size, count);
            size += count;
        }

        void cutTo(int length) {
            Arrays.fill(data, Math.min(length, size), size, (byte) 0);
            size = Math.min(length, size);
            durable = Math.min(durable, size);
        }
    }

    private final Map<Path, Node> names = new TreeMap<>();
    private final Map<Path, Node> durableNames = new TreeMap<>();
    private final Set<Path> locks = new HashSet<>();

    private int operations;
    private int writes;
    private int forces;
    private int cutAt = Integer.MAX_VALUE;
    private int failingWrite = -1;
    private int failingForce = -1;
    private boolean forEver;
    private int mostPerWrite = Integer.MAX_VALUE;
    private long room = Long.MAX_VALUE;

    /** The power goes at this operation, before it does anything; operations count from 0. */
    public void cutPowerAt(int operation) {
        cutAt = operation;
    }

    public void failWrite(int number, boolean always) {
        failingWrite = number;
        forEver = always;
    }

    public void failForce(int number, boolean always) {
        failingForce = number;
        forEver = always;
    }

    public void takeAtMost(int bytesPerWrite) {
        mostPerWrite = bytesPerWrite;
    }

    public void leaveRoom(long bytes) {
        room = bytes;
    }

    public int operations() {
        return operations;
    }

    public int writes() {
        return writes;
    }

    public int forces() {
        return forces;
    }

    /** How many bytes would be at stake in the file with most of them. */
    int mostUnforced() {
        return names.values().stream()
                .mapToInt(node -> node.size - node.durable)
                .max()
                .orElse(0);
    }

    public byte[] content(Path file) {
        Node node = nodeOf(file);
        return Arrays.copyOf(node.data, node.size);
    }

    public void put(Path file, byte[] content) {
        Node node = new Node();
        node.append(ByteBuffer.wrap(content), content.length);
        node.durable = node.size;
        names.put(file, node);
        durableNames.put(file, node);
    }

    public void remove(Path file) {
        names.remove(file);
        durableNames.remove(file);
    }

    /** The disk as it is found after the power came back. */
    public SimDisk afterPowerCut(Survival survival) {
        SimDisk found = new SimDisk();
        (survival.names() ? names : durableNames).forEach((file, node) -> found.put(file, surviving(node, survival)));
        return found;
    }

    private static byte[] surviving(Node node, Survival survival) {
        int unforced = node.size - node.durable;
        byte[] whole = Arrays.copyOf(node.data, node.size);
        int torn = node.durable + Math.min(survival.torn(), unforced);
        return switch (node.doomed ? Survival.Bytes.LOST : survival.bytes()) {
            case LOST -> Arrays.copyOf(whole, node.durable);
            case KEPT -> whole;
            case TORN -> Arrays.copyOf(whole, torn);
            case ZEROED -> {
                Arrays.fill(whole, node.durable, node.size, (byte) 0);
                yield whole;
            }
            case HOLED -> {
                Arrays.fill(whole, node.durable, torn, (byte) 0);
                yield whole;
            }
        };
    }

    private void operate() {
        if (operations++ >= cutAt) {
            throw new PowerCut();
        }
    }

    private Node nodeOf(Path file) {
        Node node = names.get(file);
        if (node == null) {
            throw new IllegalStateException("no file " + file);
        }
        return node;
    }

    private Node existing(Path file) throws IOException {
        if (!names.containsKey(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return nodeOf(file);
    }

    @Override
    public void createDirectories(Path directory) {}

    @Override
    public List<String> list(Path directory) {
        return names.keySet().stream()
                .filter(file -> directory.equals(file.getParent()))
                .map(file -> String.valueOf(file.getFileName()))
                .sorted()
                .toList();
    }

    @Override
    public Output create(Path file) throws IOException {
        operate();
        if (names.containsKey(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Node node = new Node();
        names.put(file, node);
        return new SimOutput(node);
    }

    @Override
    public Output append(Path file) throws IOException {
        operate();
        return new SimOutput(existing(file));
    }

    @Override
    public Input open(Path file) throws IOException {
        return new SimInput(existing(file));
    }

    @Override
    public void truncate(Path file, long length) throws IOException {
        operate();
        Node node = existing(file);
        node.cutTo((int) length);
        node.durable = node.size;
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        operate();
        Node node = existing(from);
        if (names.containsKey(to)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        names.remove(from);
        names.put(to, node);
    }

    @Override
    public void delete(Path file) {
        operate();
        names.remove(file);
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
        operate();
        countForce();
        durableNames.keySet().removeIf(file -> directory.equals(file.getParent()) && !names.containsKey(file));
        names.forEach((file, node) -> {
            if (directory.equals(file.getParent())) {
                durableNames.put(file, node);
            }
        });
    }

    private void countForce() throws IOException {
        int number = forces++;
        if (number == failingForce || (forEver && failingForce >= 0 && number > failingForce)) {
            throw new IOException("Input/output error");
        }
    }

    private boolean failsNow(int number) {
        return number == failingWrite || (forEver && failingWrite >= 0 && number > failingWrite);
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        if (!locks.add(file)) {
            throw new IOException(file + " is held");
        }
        return () -> locks.remove(file);
    }

    private final class SimOutput implements Output {
        private final Node node;
        private boolean failed;
        private boolean closed;

        SimOutput(Node node) {
            this.node = node;
        }

        private void requireOpen() {
            if (closed || failed) {
                throw new IllegalStateException("a failed or closed file is used again");
            }
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            requireOpen();
            operate();
            int count = (int) Math.min(Math.min(bytes.remaining(), mostPerWrite), room);
            boolean fails = failsNow(writes++);
            if (fails || count == 0) {
                failed = true;
                node.append(bytes, count / 2);
                throw new IOException(fails ? "Input/output error" : "No space left on device");
            }
            node.append(bytes, count);
            room -= count;
            return count;
        }

        @Override
        public void force() throws IOException {
            requireOpen();
            operate();
            try {
                countForce();
            } catch (IOException e) {
                failed = true;
                node.doomed = true;
                throw e;
            }
            node.durable = node.size;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class SimInput implements Input {
        private final Node node;

        SimInput(Node node) {
            this.node = node;
        }

        @Override
        public int read(ByteBuffer into, long position) {
            int count = (int) Math.min(into.remaining(), node.size - position);
            if (count <= 0) {
                return -1;
            }
            into.put(node.data, (int) position, count);
            return count;
        }

        @Override
        public long size() {
            return node.size;
        }

        @Override
        public void close() {}
    }
}
