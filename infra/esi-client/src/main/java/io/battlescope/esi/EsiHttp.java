package io.battlescope.esi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request to ESI, as its rules want it; all that is no answer is told apart from what is. */
final class EsiHttp implements AutoCloseable {

    /** The date whose shape of the answers we know; without one ESI answers as it did in 2020. */
    static final String COMPATIBILITY_DATE = "2026-08-18";

    /** All market prices are about 2 MB. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * @param body {@code null} for {@code GET}
     * @param etag {@code null} for none
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Question(String path, byte[] body, String etag) {}

    private final EsiSettings settings;
    private final HttpClient http;

    EsiHttp(EsiSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /**
     * @throws NoAnswerException when nothing came in time, or a server's failure, a web page or a torn answer did
     */
    HttpResponse<byte[]> send(Question question) throws NoAnswerException, InterruptedException {
        URI address = settings.resolve(question.path());
        HttpResponse<byte[]> response = send(address, request(address, question));
        int status = response.statusCode();
        if (status >= SERVER_ERROR) {
            throw noAnswer(response, address + " answers " + status);
        }
        if (status == FORBIDDEN) {
            throw noAnswer(response, address + " answers 403: this address or its User-Agent is not welcome");
        }
        if (looksLikeHtml(response.body())) {
            throw noAnswer(response, address + " answers a web page instead of JSON, with status " + status);
        }
        if (status == OK && !isWholeJson(response.body())) {
            throw noAnswer(response, address + " answers JSON that breaks off");
        }
        return response;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    static boolean isFound(HttpResponse<?> response) {
        return response.statusCode() == OK;
    }

    static boolean isNotModified(HttpResponse<?> response) {
        return response.statusCode() == NOT_MODIFIED;
    }

    private HttpRequest request(URI address, Question question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("User-Agent", settings.userAgent())
                .header("X-Compatibility-Date", COMPATIBILITY_DATE)
                .header("Accept", "application/json");
        if (question.etag() != null) {
            request.header("If-None-Match", question.etag());
        }
        if (question.body() != null) {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(question.body()));
        }
        return request.build();
    }

    private HttpResponse<byte[]> send(URI address, HttpRequest request) throws NoAnswerException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_BYTES));
        try {
            // the request's own time-out would end with the headers
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new NoAnswerException(address + " cannot be reached: " + e.getCause(), null, e);
        } catch (TimeoutException e) {
            throw new NoAnswerException(
                    address + " did not answer in " + settings.timeout().toSeconds() + " s", null, e);
        } finally {
            answer.cancel(true);
        }
    }

    private static NoAnswerException noAnswer(HttpResponse<?> response, String message) {
        return new NoAnswerException(message, Notice.of(response.statusCode(), response.headers()), null);
    }

    private static boolean looksLikeHtml(byte[] body) {
        for (byte b : body) {
            if (b > ' ') {
                return b == '<';
            }
        }
        return false;
    }

    private static boolean isWholeJson(byte[] body) {
        try (JsonParser tokens = JSON.createParser(body)) {
            if (tokens.nextToken() == null) {
                return false;
            }
            tokens.skipChildren();
            return tokens.nextToken() == null;
        } catch (IOException e) {
            // from memory: no JSON, or not all of it
            return false;
        }
    }
}
