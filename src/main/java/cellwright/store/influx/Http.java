package cellwright.store.influx;

import cellwright.protocol.InfluxPlan;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requests to a server by the JDK's own client: the write of 1.x, and every question. One thread. */
final class Http implements AutoCloseable {
    private final InfluxTarget target;
    private final Duration patience;
    private final HttpClient client;

    Http(InfluxTarget target, Duration patience) {
        this.target = target;
        this.patience = patience;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(patience);
        target.trust().ifPresent(trust -> builder.sslContext(trust.context()));
        client = builder.build();
    }

    private HttpRequest.Builder request(String path, Map<String, String> query) {
        String text = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(target.address(text))).timeout(patience);
        if (!target.token().isEmpty()) {
            request.header("Authorization", authorization());
        }
        return request;
    }

    private String authorization() {
        return target.plan().protocol() == InfluxPlan.Protocol.V1
                ? "Basic " + Base64.getEncoder().encodeToString(target.token().getBytes(StandardCharsets.UTF_8))
                : "Token " + target.token();
    }

    /** Posts a body; any status is an answer. */
    HttpResponse<String> post(String path, Map<String, String> query, byte[] body, boolean gzip)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, query).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (gzip) {
            request.header("Content-Encoding", "gzip");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /**
     * Asks; the lines of the answer, to be closed.
     *
     * @throws IOException if there is none, or its status is not 200
     */
    Stream<String> lines(String path, Map<String, String> query, String accept) throws IOException {
        try {
            HttpResponse<Stream<String>> response = client.send(
                    request(path, query).header("Accept", accept).GET().build(), HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                try (Stream<String> body = response.body()) {
                    throw new IOException(target.plan().url() + " answered a question with status "
                            + response.statusCode() + ", " + body.limit(5).collect(Collectors.joining(" "))
                            + "; see that \"read back\" in the configuration suits the server");
                }
            }
            return response.body();
        } catch (IOException failure) {
            if (failure.getMessage() != null) {
                throw failure;
            }
            throw new IOException(
                    target.plan().url() + " does not answer ("
                            + failure.getClass().getSimpleName() + "); is the server up, and the address right?",
                    failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException(
                    "interrupted while waiting for " + target.plan().url(), ended);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
