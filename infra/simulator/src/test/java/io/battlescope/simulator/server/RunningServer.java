package io.battlescope.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.battlescope.api.universe.Universe;
import io.battlescope.simulator.feed.Journal;
import io.battlescope.simulator.feed.Timeline;
import io.battlescope.simulator.war.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A server over a small world of which the time passes when a test says so. */
final class RunningServer implements AutoCloseable {

    static final long START = 1_767_225_600;
    static final long DAY = 86_400;
    private static final World WORLD = new World(5, Universe.load());
    private static final ObjectMapper JSON = new ObjectMapper();

    final Timeline timeline;
    final Simulation simulation;
    private final Server server;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param rate kills a second on the first day; there is nothing after it */
    RunningServer(double rate) throws IOException {
        timeline = Timeline.begin(WORLD, Journal.none(), new Journal.Entry.Begun(5, START, START, 10));
        timeline.rate(START, rate);
        timeline.rate(START + DAY, 0);
        simulation = new Simulation(WORLD, timeline, Duration.ofHours(24));
        server = Server.start(simulation, 0);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    static String number(long sequence) {
        return "/r2z2/ephemeral/" + sequence + ".json";
    }

    @Override
    public void close() {
        http.shutdownNow();
        server.close();
    }
}
