package io.battlescope.e2e.rest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Asks the gateway. Safe for many threads. */
public final class ApiClient {

    private static final String FRESHNESS = "X-Data-As-Of";
    private static final int PAGE = 100;
    private static final int ACT_TRIES = 120;
    private static final long ACT_PAUSE_MILLIS = 250;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final URI base;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ConcurrentLinkedQueue<String> withoutFreshness = new ConcurrentLinkedQueue<>();

    /** @param gateway such as {@code http://127.0.0.1:8080} */
    public ApiClient(URI gateway) {
        this(gateway, null);
    }

    /** @param token that of an admin, sent with every question; {@code null} to ask as anybody */
    public ApiClient(URI gateway, String token) {
        this.base = gateway;
        this.token = token;
    }

    /** The status, or nothing while the gateway does not answer. */
    public Optional<JsonNode> status() throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = send("/status");
            return answer.statusCode() == 200 ? Optional.of(JSON.readTree(answer.body())) : Optional.empty();
        } catch (IOException awayForNow) {
            return Optional.empty();
        }
    }

    /** One resource; empty when there is no such thing. */
    public Optional<JsonNode> find(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(path);
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw new IOException("GET " + path + " answers " + answer.statusCode() + ": "
                    + JSON.readTree(answer.body()).path("detail").asText());
        }
        if (answer.headers().firstValue(FRESHNESS).isEmpty()) {
            withoutFreshness.add(path);
        }
        return Optional.of(JSON.readTree(answer.body()));
    }

    /** All items of a list, page by page. */
    public List<JsonNode> list(String path) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            String page = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE + cursor;
            JsonNode answer = find(page).orElseThrow(() -> new IOException("There is no list " + page));
            answer.path("items").forEach(items::add);
            cursor = answer.hasNonNull("nextCursor")
                    ? "&cursor=" + answer.path("nextCursor").textValue()
                    : null;
        } while (cursor != null);
        return items;
    }

    /** Has an admin's act done; the act as it is once it was decided. */
    public JsonNode act(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 202) {
            throw new IOException(method + " " + path + " answers " + answer.statusCode() + ": "
                    + JSON.readTree(answer.body()).path("detail").asText());
        }
        return decided(URI.create(answer.headers().firstValue("Location").orElseThrow()), token);
    }

    private JsonNode decided(URI act, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(act))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .build();
        for (int tries = 0; tries < ACT_TRIES; tries++) {
            JsonNode known = JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
            if (known.hasNonNull("decidedAt")) {
                return known;
            }
            Thread.sleep(ACT_PAUSE_MILLIS);
        }
        throw new IOException("Act " + act + " was not decided");
    }

    /** What was answered without saying how fresh it is. */
    public List<String> answersWithoutFreshness() {
        return List.copyOf(withoutFreshness);
    }

    private HttpResponse<byte[]> send(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve("/api/v1" + path)).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
