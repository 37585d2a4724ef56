package io.battlescope.enrichment.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.battlescope.api.json.MessageJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * ESI as far as names go, with its faults: one id that it does not know spoils the whole question, and it can be down.
 * It calls 4711 "Name 4711" of ticker "T4711".
 */
final class NamingEsi implements AutoCloseable {

    private static final String BAD = "{\"error\":\"Ensure all IDs are valid before resolving.\"}";

    private final HttpServer server;
    private final Set<Long> unknown = ConcurrentHashMap.newKeySet();
    private final List<Long> named = new CopyOnWriteArrayList<>();
    private final List<String> cards = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean down;

    NamingEsi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/universe/names", this::names);
        server.createContext("/corporations/", this::card);
        server.createContext("/alliances/", this::card);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void knowsNothingOf(long id) {
        unknown.add(id);
    }

    void down(boolean isDown) {
        down = isDown;
    }

    /** Ids that were named, as often as they were. */
    List<Long> named() {
        return named;
    }

    /** Paths of corporations and alliances that were asked for. */
    List<String> cards() {
        return cards;
    }

    /** Questions that were answered 503. */
    int failures() {
        return failures.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void names(HttpExchange exchange) throws IOException {
        JsonNode ids = MessageJson.mapper().readTree(exchange.getRequestBody());
        ArrayNode names = MessageJson.mapper().createArrayNode();
        for (JsonNode id : ids) {
            if (unknown.contains(id.longValue())) {
                answer(exchange, 404, BAD);
                return;
            }
            names.addObject()
                    .put("category", category(id.longValue()))
                    .put("id", id.longValue())
                    .put("name", "Name " + id);
        }
        if (!down) {
            ids.forEach(id -> named.add(id.longValue()));
        }
        answer(exchange, 200, names.toString());
    }

    private void card(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        if (!down) {
            cards.add(path);
        }
        exchange.getResponseHeaders().add("ETag", "\"" + id + "\"");
        answer(exchange, 200, "{\"name\":\"Name " + id + "\",\"ticker\":\"T" + id + "\"}");
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        if (down) {
            failures.incrementAndGet();
        }
        byte[] bytes =
                (down ? "{\"error\":\"Timeout contacting tranquility\"}" : body).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(down ? 503 : status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String category(long id) {
        if (id >= 99_000_000) {
            return "alliance";
        }
        return id >= 98_000_000 ? "corporation" : id < 1_000_000 ? "faction" : "character";
    }
}
