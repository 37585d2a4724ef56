package io.battlescope.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

/** The gateway's admin API. */
final class Gateway implements AutoCloseable {

    private static final String ADMIN = "/api/v1/admin/";
    private static final int ATTEMPTS = 4;
    private static final Duration ANSWER = Duration.ofSeconds(45);

    private final String url;
    private final String key;
    private final Patience patience;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** Whether it has been heard of. */
    private boolean isThere;

    Gateway(String url, String key, Patience patience) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.key = key;
        this.patience = patience;
    }

    /** What came back. */
    record Answer(int status, String body, JsonNode json) {

        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    Answer get(String path) throws InterruptedException {
        return required(send(request(path).GET().build()));
    }

    Answer delete(String path) throws InterruptedException {
        return required(send(request(path).DELETE().build()));
    }

    /** For what the gateway would do twice: it is said once. */
    Answer postOnce(String path, JsonNode body) throws InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return required(sendOnce(request));
    }

    /** Asks for an act under one id, however often it has to be said: the gateway does it once. */
    Answer post(String path, JsonNode body, int waitSeconds) throws InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        if (waitSeconds > 0) {
            request.header("Prefer", "wait=" + waitSeconds);
        }
        return required(send(request.build()));
    }

    /** Lines of a stream, until it ends. */
    Stream<String> lines(String path) throws InterruptedException {
        try {
            HttpRequest request = builder(path)
                    .header("Accept", "text/event-stream, application/problem+json")
                    .GET()
                    .build();
            HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                String body = String.join("\n", answer.body().toList());
                throw FailedException.of(new Answer(answer.statusCode(), body, Json.read(body)));
            }
            return answer.body();
        } catch (IOException e) {
            throw away(e);
        }
    }

    private static Answer required(Answer answer) {
        if (!answer.isSuccess()) {
            throw FailedException.of(answer);
        }
        return answer;
    }

    /** What passes by itself is waited for: a little, and longer where the gateway has been heard of, as it may be started again. */
    private Answer send(HttpRequest request) throws InterruptedException {
        long begun = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            boolean last =
                    isThere ? System.nanoTime() - begun > patience.restart().toNanos() : attempt >= ATTEMPTS;
            try {
                Answer answer = sendOnce(request);
                if (answer.status() != 503 || last) {
                    return answer;
                }
            } catch (FailedException e) {
                if (last) {
                    throw e;
                }
            }
            Thread.sleep(patience.look().multipliedBy(Math.min(attempt, ATTEMPTS)));
        }
    }

    private Answer sendOnce(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            isThere |= answer.statusCode() != 503;
            String body = answer.body();
            return new Answer(answer.statusCode(), body, Json.read(body.isEmpty() ? "{}" : body));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw away(e);
        } catch (IOException e) {
            // it had taken the request
            isThere = true;
            throw away(e);
        }
    }

    private FailedException away(IOException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new FailedException(
                "The gateway at " + url + " does not answer (" + why
                        + "). Does BattleScope run? --url names another one.",
                true);
    }

    private HttpRequest.Builder request(String path) {
        return builder(path).timeout(ANSWER).header("Accept", "application/json");
    }

    private HttpRequest.Builder builder(String path) {
        return HttpRequest.newBuilder(URI.create(url + ADMIN + path)).header("Authorization", "Bearer " + key);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
