package io.battlescope.local.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as a gateway would, in the order it was told to; the last answer of a path is repeated. */
final class StubGateway implements AutoCloseable {

    /** What was asked. */
    record Asked(String method, String path, String body, String authorization, String idempotencyKey) {}

    private record Reply(int status, String body, int cut) {}

    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    StubGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/admin/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param request such as {@code GET processors} */
    StubGateway on(String request, int status, String body) {
        replies.computeIfAbsent(request, ignored -> new ArrayDeque<>())
                .add(new Reply(status, body.replace('\'', '"'), 0));
        return this;
    }

    /** Breaks off behind what it says. */
    StubGateway breakingOff(String request, String body) {
        replies.computeIfAbsent(request, ignored -> new ArrayDeque<>()).add(new Reply(200, body.replace('\'', '"'), 1));
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString().substring("/api/v1/admin/".length());
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    path,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            Reply reply = next(exchange.getRequestMethod() + " " + path);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .add("Content-Type", path.endsWith("stream") ? "text/event-stream" : "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length + reply.cut());
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        }
    }

    private synchronized Reply next(String request) {
        Deque<Reply> all = replies.getOrDefault(request, new ArrayDeque<>());
        if (all.isEmpty()) {
            return new Reply(404, "{\"code\":\"NOT_FOUND\",\"detail\":\"There is nothing at " + request + ".\"}", 0);
        }
        return all.size() > 1 ? all.poll() : all.peek();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
