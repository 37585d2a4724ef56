package io.battlescope.simulator.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Ways to answer a request, the bad ones included. */
final class Answer {

    private static final String JSON = "application/json";

    private Answer() {}

    /** Writes a body of which the length is not known beforehand. */
    interface Stream {
        void to(OutputStream out) throws IOException;
    }

    static void json(HttpExchange exchange, int status, String body) throws IOException {
        json(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    static void json(HttpExchange exchange, int status, byte[] body) throws IOException {
        send(exchange, status, JSON, body);
    }

    static void error(HttpExchange exchange, int status, String sentence) throws IOException {
        json(exchange, status, "{\"error\":\"" + sentence + "\"}");
    }

    static void html(HttpExchange exchange, int status, String title) throws IOException {
        String page =
                "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body>" + title + "</body></html>\n";
        send(exchange, status, "text/html; charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
    }

    static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        // closing the exchange instead would close the connection, which clients want to keep
        try (OutputStream out = exchange.getResponseBody()) {
            if (!empty) {
                out.write(body);
            }
        }
    }

    static void stream(HttpExchange exchange, String type, Stream body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            body.to(out);
        }
    }

    /** A whole answer to all appearances, of JSON that ends in the middle. */
    static void truncated(HttpExchange exchange, byte[] body) throws IOException {
        json(exchange, 200, Arrays.copyOf(body, Math.max(1, body.length / 2)));
    }

    /** Promises more than it sends, and hangs up. */
    static void reset(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", JSON);
        exchange.sendResponseHeaders(200, body.length + 1L);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    static void after(long seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            // the server stops
            Thread.currentThread().interrupt();
        }
    }
}
