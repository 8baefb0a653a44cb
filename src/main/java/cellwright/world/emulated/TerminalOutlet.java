package cellwright.world.emulated;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A pseudo-terminal, with a symbolic link to it if a name is wanted that stays when the plug is pulled and put back. */
final class TerminalOutlet implements Outlet {
    private final Listener listener;
    private final Optional<Path> alias;
    private volatile Optional<Plugged> plugged = Optional.empty();

    private record Plugged(NativeTerminal terminal, CountDownLatch gone) {}

    /**
     * Makes one.
     *
     * @param alias where the symbolic link is to be; must not exist, unless it is a link
     * @throws IOException if there is none to be had
     */
    TerminalOutlet(Optional<Path> alias, Listener listener) throws IOException {
        this.listener = listener;
        this.alias = alias.map(path -> path.toAbsolutePath().normalize());
        plug();
    }

    @Override
    public String address() {
        String device = alias.map(Path::toString)
                .or(() -> plugged.map(now -> now.terminal().name()))
                .orElse("");
        return "serial:" + device;
    }

    @Override
    public void send(byte[] bytes) {
        plugged.ifPresent(now -> now.terminal().write(bytes));
    }

    @Override
    public void plug() throws IOException {
        if (plugged.isPresent()) {
            return;
        }
        NativeTerminal terminal = NativeTerminal.open();
        try {
            if (alias.isPresent()) {
                name(alias.get(), Path.of(terminal.name()));
            }
        } catch (IOException unnamed) {
            terminal.close();
            terminal.read(new byte[0]);
            throw unnamed;
        }
        Plugged now = new Plugged(terminal, new CountDownLatch(1));
        plugged = Optional.of(now);
        Threads.daemon("emulated-" + terminal.name(), () -> listen(now));
    }

    private static void name(Path alias, Path device) throws IOException {
        if (Files.exists(alias, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(alias)) {
            throw new FileAlreadyExistsException(alias.toString(), null, "is no symbolic link; it is left as it is");
        }
        Path folder = alias.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.deleteIfExists(alias);
        Files.createSymbolicLink(alias, device);
    }

    private void listen(Plugged now) {
        byte[] buffer = new byte[4096];
        int count = now.terminal().read(buffer);
        while (count >= 0) {
            if (count > 0) {
                listener.heard(Arrays.copyOf(buffer, count));
            }
            count = now.terminal().read(buffer);
        }
        now.gone().countDown();
    }

    @Override
    public void unplug() {
        Optional<Plugged> was = plugged;
        plugged = Optional.empty();
        if (was.isEmpty()) {
            return;
        }
        was.get().terminal().close();
        boolean interrupted = false;
        try {
            was.get().gone().await();
        } catch (InterruptedException asked) {
            interrupted = true;
        }
        alias.filter(Files::isSymbolicLink).ifPresent(TerminalOutlet::unname);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void unname(Path alias) {
        try {
            Files.deleteIfExists(alias);
        } catch (IOException stays) {
            // a link that leads nowhere does no harm; it is replaced when the plug is put back
            return;
        }
    }

    @Override
    public void close() {
        unplug();
    }
}
