package cellwright.opcua.session;

import io.netty.channel.ChannelOption;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.HashedWheelTimer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransportConfigBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads the library needs, made for one connection: daemons with names that begin with {@value #NAME}, ended by {@link
 * #close}. Otherwise the library would share threads among all connections and never end them.
 *
 * <p>A socket of theirs is closed by a reset: what lies unsent in a buffer when a connection is given up, a set-point perhaps,
 * is thrown away and never arrives late.
 */
final class EventLoops implements AutoCloseable {
    /** How the names of the threads begin. */
    static final String NAME = "cellwright-opcua";

    private static final Logger LOG = LoggerFactory.getLogger(EventLoops.class);
    private static final long IDLE_SECONDS = 5;

    private final NioEventLoopGroup sockets = new NioEventLoopGroup(1, threads("socket"));
    private final ExecutorService callbacks = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            threads("callback"),
            new ThreadPoolExecutor.DiscardPolicy());
    private final ScheduledThreadPoolExecutor schedule =
            new ScheduledThreadPoolExecutor(1, threads("schedule"), new ThreadPoolExecutor.DiscardPolicy());
    private final HashedWheelTimer timer = new HashedWheelTimer(threads("timer"));

    EventLoops() {
        schedule.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        schedule.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory threads(String what) {
        return work -> {
            Thread thread = new Thread(work, NAME + "-" + what);
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((where, failure) -> LOG.debug("{}", where.getName(), failure));
            return thread;
        };
    }

    /** Has a connection use these threads. */
    void lend(OpcTcpClientTransportConfigBuilder transport, int connectMillis) {
        transport
                .setEventLoop(sockets)
                .setExecutor(callbacks)
                .setScheduledExecutor(schedule)
                .setWheelTimer(timer)
                .setConnectTimeout(Unsigned.uint(connectMillis))
                .setAcknowledgeTimeout(Unsigned.uint(connectMillis))
                .setBootstrapCustomizer(socket -> socket.option(ChannelOption.SO_LINGER, 0));
    }

    /** Ends the threads and closes what they hold open; does not wait for it. */
    @Override
    public void close() {
        timer.stop();
        schedule.shutdownNow();
        var unused = sockets.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        callbacks.shutdown();
    }
}
