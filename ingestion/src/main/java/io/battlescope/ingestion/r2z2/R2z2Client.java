package io.battlescope.ingestion.r2z2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.api.json.MessageJson;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.validation.KillmailValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests to the feed's host: spaced, named, uncached, and every answer that is none turned into a reason to wait. */
final class R2z2Client implements AutoCloseable {

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    private final R2z2Settings settings;
    private final Clock clock;
    private final HttpClient http;
    private long nextRequest = System.nanoTime();

    R2z2Client(R2z2Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** The killmail's file; empty when it is not there (yet). */
    Optional<CappedBody.Answer> killmail(long sequence) throws FeedException, InterruptedException {
        return get("ephemeral/" + sequence + ".json");
    }

    /** The sequence that the feed points to; it trails the newest killmail by up to about 51. */
    long pointer() throws FeedException, InterruptedException {
        CappedBody.Answer answer = get("ephemeral/sequence.json")
                .orElseThrow(() -> new FeedException("unreachable", "sequence.json is not there (404)", null));
        try {
            JsonNode json = MessageJson.mapper().readTree(answer.kept());
            JsonNode sequence =
                    json.path("sequence").isMissingNode() ? json.path("sequence_id") : json.path("sequence");
            if (sequence.isIntegralNumber() && sequence.longValue() > 0) {
                return sequence.longValue();
            }
            throw new FeedException("unreachable", "sequence.json names no sequence", null);
        } catch (JsonProcessingException e) {
            throw new FeedException("unreachable", "sequence.json is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private Optional<CappedBody.Answer> get(String path) throws FeedException, InterruptedException {
        awaitTurn();
        URI address = settings.resolve(path);
        HttpResponse<CappedBody.Answer> response = send(address);
        int status = response.statusCode();
        return switch (status) {
            case OK -> Optional.of(notHtml(address, response.body()));
            case NOT_FOUND -> Optional.empty();
            case FORBIDDEN -> throw banned(address);
            case TOO_MANY_REQUESTS ->
                throw new FeedException(
                        "throttled", address + " answers 429: too many requests", retryAfter(response), null);
            default -> throw new FeedException("unreachable", address + " answers " + status, null);
        };
    }

    private HttpResponse<CappedBody.Answer> send(URI address) throws FeedException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("User-Agent", settings.userAgent())
                .header("Accept", "application/json")
                // edges of the host's network keep stale answers
                .header("Cache-Control", "no-cache")
                .build();
        CompletableFuture<HttpResponse<CappedBody.Answer>> answer =
                http.sendAsync(request, _ -> new CappedBody(KillmailValidator.MAX_BYTES));
        try {
            // the request's own time-out would end with the headers
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new FeedException("unreachable", address + " cannot be reached: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new FeedException(
                    "unreachable",
                    address + " did not answer in " + settings.timeout().toSeconds() + " s",
                    e);
        } finally {
            answer.cancel(true);
        }
    }

    private void awaitTurn() throws InterruptedException {
        long wait = nextRequest - System.nanoTime();
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
        nextRequest = System.nanoTime() + settings.spacing().toNanos();
    }

    /** The host can answer an error page with status 200. */
    private static CappedBody.Answer notHtml(URI address, CappedBody.Answer answer) throws FeedException {
        for (byte b : answer.kept()) {
            if (b == '<') {
                throw new FeedException("unreachable", address + " answers a web page instead of JSON", null);
            }
            if (b > ' ') {
                return answer;
            }
        }
        throw new FeedException("unreachable", address + " answers nothing", null);
    }

    private FeedException banned(URI address) {
        String until = clock.instant()
                .plus(settings.afterBan())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return new FeedException(
                "banned-until " + until,
                address
                        + " answers 403: this address is banned for now, or the User-Agent is not welcome; asking again at "
                        + until,
                settings.afterBan(),
                null);
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,4}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }
}
