package cellwright.world.emulated;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One pair of a pseudo-terminal, by the calls of POSIX (IEEE Std 1003.1, {@code posix_openpt} and what belongs to it), set to hand on
 * every byte as it is. Both ends are kept open, so that the line does not go dead when a driver closes its end. Reading on one
 * thread, everything else on another.
 */
final class NativeTerminal {
    private static final int READ_WRITE = 2;
    private static final int NOT_CONTROLLING = Platform.isMac() ? 0x20000 : 0x100;
    /** So that a line nobody reads does not hold up the bench; other systems refuse it here and wait. */
    private static final int NOT_WAITING = Platform.isLinux() ? 0x800 : 0;

    private static final int TERMIOS_BYTES = 256;
    private static final int NAME_BYTES = 128;
    private static final short READABLE = 1;
    private static final short WRITABLE = 4;
    private static final int PATIENCE_MILLIS = 100;

    /** What is asked of the system's library. */
    interface Calls extends Library {
        /** See posix_openpt(3). */
        int posix_openpt(int flags) throws LastErrorException;

        /** See grantpt(3). */
        int grantpt(int file) throws LastErrorException;

        /** See unlockpt(3). */
        int unlockpt(int file) throws LastErrorException;

        /** See ptsname(3); answers 0 if it could. */
        int ptsname_r(int file, byte[] name, long bytes);

        /** See open(2). */
        int open(String path, int flags) throws LastErrorException;

        /** See tcgetattr(3). */
        int tcgetattr(int file, Pointer settings) throws LastErrorException;

        /** See tcsetattr(3). */
        int tcsetattr(int file, int when, Pointer settings) throws LastErrorException;

        /** See cfmakeraw(3). */
        void cfmakeraw(Pointer settings);

        /** See poll(2). */
        int poll(Pointer files, int count, int millis) throws LastErrorException;

        /** See read(2). */
        long read(int file, byte[] into, long bytes) throws LastErrorException;

        /** See write(2). */
        long write(int file, byte[] from, long bytes) throws LastErrorException;

        /** See close(2). */
        int close(int file);
    }

    private final Calls calls;
    private final int master;
    private final int slave;
    private final String name;
    private volatile boolean closed;
    private boolean released;

    private NativeTerminal(Calls calls, int master, int slave, String name) {
        this.calls = calls;
        this.master = master;
        this.slave = slave;
        this.name = name;
    }

    /**
     * Makes a pair.
     *
     * @throws IOException if this system has none to give
     */
    static NativeTerminal open() throws IOException {
        if (Platform.isWindows()) {
            throw new IOException("Windows has no pseudo-terminals; put the instrument on a socket (tcp:0)");
        }
        try {
            Calls calls = Native.load("c", Calls.class);
            int master = calls.posix_openpt(READ_WRITE | NOT_CONTROLLING | NOT_WAITING);
            calls.grantpt(master);
            calls.unlockpt(master);
            String name = nameOf(calls, master);
            int slave = calls.open(name, READ_WRITE | NOT_CONTROLLING);
            makeRaw(calls, slave);
            return new NativeTerminal(calls, master, slave, name);
        } catch (LastErrorException | UnsatisfiedLinkError failed) {
            throw new IOException("no pseudo-terminal can be made: " + failed.getMessage(), failed);
        }
    }

    private static String nameOf(Calls calls, int master) throws IOException {
        byte[] name = new byte[NAME_BYTES];
        if (calls.ptsname_r(master, name, name.length) != 0) {
            throw new IOException("no pseudo-terminal can be made: the system does not tell its name");
        }
        return Native.toString(name, StandardCharsets.UTF_8);
    }

    private static void makeRaw(Calls calls, int slave) {
        try (Memory settings = new Memory(TERMIOS_BYTES)) {
            settings.clear();
            calls.tcgetattr(slave, settings);
            calls.cfmakeraw(settings);
            calls.tcsetattr(slave, 0, settings);
        }
    }

    /** What a driver opens. */
    String name() {
        return name;
    }

    /**
     * Waits for bytes.
     *
     * @return how many; 0 if none came for a while, -1 if the pair was closed
     */
    int read(byte[] into) {
        try {
            if (!closed && ready(READABLE) && !closed) {
                return (int) calls.read(master, into, into.length);
            }
        } catch (LastErrorException interrupted) {
            // a signal came, or the pair was closed: the next look tells which
            return closed ? release() : 0;
        }
        return closed ? release() : 0;
    }

    /** Sends; what there is no room for within a moment is lost, as on a line to which nobody listens. */
    void write(byte[] bytes) {
        int sent = 0;
        try {
            while (sent < bytes.length && !closed && ready(WRITABLE)) {
                byte[] rest = Arrays.copyOfRange(bytes, sent, bytes.length);
                sent += (int) calls.write(master, rest, rest.length);
            }
        } catch (LastErrorException gone) {
            // the pair was closed meanwhile: what was to be said is lost
            return;
        }
    }

    private boolean ready(short what) {
        try (Memory waited = new Memory(8)) {
            waited.setInt(0, master);
            waited.setShort(4, what);
            waited.setShort(6, (short) 0);
            return calls.poll(waited, 1, PATIENCE_MILLIS) > 0 && (waited.getShort(6) & what) != 0;
        }
    }

    /** Hangs up. The numbers of the files are given back by the reading thread, which alone may be inside a call. */
    void close() {
        closed = true;
    }

    private int release() {
        if (!released) {
            released = true;
            calls.close(slave);
            calls.close(master);
        }
        return -1;
    }
}
