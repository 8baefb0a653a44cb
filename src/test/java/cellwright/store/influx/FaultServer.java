package cellwright.store.influx;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** A server of line protocol on the loopback address that does what a test tells it, answer by answer. */
final class FaultServer implements AutoCloseable {
    /** What it does with one request. */
    sealed interface Act {
        /** Keeps the lines and says so. */
        record Keep() implements Act {}

        /** Answers a status, and keeps nothing. */
        record Say(int status, String retryAfter) implements Act {}

        /** Keeps the lines and breaks the connection. */
        record KeepAndDrop() implements Act {}

        /** Breaks the connection. */
        record Drop() implements Act {}

        /** Never answers, until it is closed. */
        record Hang() implements Act {}
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Deque<Act> script = new ArrayDeque<>();
    private final Map<String, String> held = new TreeMap<>();
    private final List<String> paths = new ArrayList<>();
    private Predicate<String> poison = line -> false;
    private int requests;
    private int twice;

    FaultServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized void then(Act... acts) {
        script.addAll(List.of(acts));
    }

    /** Requests with such a line are refused as a whole, with status 400. */
    synchronized void refuse(Predicate<String> lines) {
        poison = lines;
    }

    /** Series and time of every row with its fields, as after overwriting. */
    synchronized Map<String, String> held() {
        return new TreeMap<>(held);
    }

    /** Gives every row up, as after a backup of before the first one was put back. */
    synchronized void forget(Predicate<String> rows) {
        held.keySet().removeIf(rows);
    }

    synchronized int requests() {
        return requests;
    }

    synchronized int twice() {
        return twice;
    }

    synchronized List<String> paths() {
        return List.copyOf(paths);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = body(exchange);
            Act act = next(exchange);
            switch (act) {
                case Act.Keep ignored -> exchange.sendResponseHeaders(keep(body) ? 204 : 400, -1);
                case Act.Say say -> {
                    if (!say.retryAfter().isEmpty()) {
                        exchange.getResponseHeaders().add("Retry-After", say.retryAfter());
                    }
                    exchange.sendResponseHeaders(say.status(), -1);
                }
                case Act.KeepAndDrop ignored -> keep(body);
                case Act.Drop ignored -> {}
                case Act.Hang ignored -> closed.await();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream in = gzip ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private synchronized Act next(HttpExchange exchange) {
        requests++;
        paths.add(exchange.getRequestURI().toString());
        Act act = script.poll();
        return act == null ? new Act.Keep() : act;
    }

    private synchronized boolean keep(String body) {
        if (body.lines().anyMatch(poison)) {
            return false;
        }
        for (String line : body.lines().toList()) {
            if (held.put(key(line), fields(line)) != null) {
                twice++;
            }
        }
        return true;
    }

    /** Measurement, tags and time. */
    static String key(String line) {
        return line.substring(0, fieldsAt(line) - 1) + line.substring(line.lastIndexOf(' '));
    }

    static String fields(String line) {
        return line.substring(fieldsAt(line), line.lastIndexOf(' '));
    }

    private static int fieldsAt(String line) {
        int at = line.indexOf(' ');
        while (line.charAt(at - 1) == '\\') {
            at = line.indexOf(' ', at + 1);
        }
        return at + 1;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
