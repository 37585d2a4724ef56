package io.battlescope.ingestion.r2z2;

import io.battlescope.ingestion.feed.Bans;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.lease.Lease;
import io.battlescope.ingestion.validation.KillmailValidator;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The only way to the host of zKillboard's feed and history: requests are spaced together, named and uncached, sent by the instance
 * that holds the lease, and never while the host has sent us away. Every answer that is none becomes a reason to wait.
 */
public final class FeedHost implements AutoCloseable {

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    private final HostSettings settings;
    private final Lease lease;
    private final StayAway stayAway;
    private final Turns turns;
    private final HttpClient http;

    public FeedHost(HostSettings settings, Lease lease, Bans bans, Clock clock) {
        this.settings = settings;
        this.lease = lease;
        this.stayAway = new StayAway(settings.baseUrl(), bans, clock);
        this.turns = new Turns(settings.spacing());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** A small file, such as a killmail; empty when it is not there. */
    public Optional<CappedBody.Answer> get(String path, Priority priority) throws FeedException, InterruptedException {
        URI address = settings.resolve(path);
        Optional<CappedBody.Answer> answer = ask(address, priority, _ -> new CappedBody(KillmailValidator.MAX_BYTES));
        if (answer.isPresent()) {
            checkNoWebPage(address, answer.get());
        }
        return answer;
    }

    /**
     * A file of any size, read as it comes; empty when it is not there. Reading fails when the host stalls or breaks off; whether a
     * whole file came is for the reader to judge. To be closed by the reader.
     */
    public Optional<InputStream> stream(String path, Priority priority) throws FeedException, InterruptedException {
        URI address = settings.resolve(path);
        Optional<InputStream> answer = ask(address, priority, _ -> new StreamedBody(settings.timeout()));
        return answer.isPresent() ? Optional.of(beginning(address, answer.get())) : Optional.empty();
    }

    /** Until when the host has sent us away, as far as is known; in the past when it has not. */
    public Instant bannedUntil() {
        return stayAway.bannedUntil();
    }

    URI address() {
        return settings.baseUrl();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private <T> Optional<T> ask(URI address, Priority priority, BodyHandler<T> body)
            throws FeedException, InterruptedException {
        turns.await(priority);
        stayAway.check();
        if (!lease.isHeld()) {
            throw new FeedException("standby", "another instance is at work, or nobody can tell", null);
        }
        HttpResponse<T> response = send(address, body);
        int status = response.statusCode();
        if (status == OK) {
            return Optional.of(response.body());
        }
        discard(response.body());
        return switch (status) {
            case NOT_FOUND -> Optional.empty();
            case FORBIDDEN -> throw stayAway.ban(settings.afterBan());
            case TOO_MANY_REQUESTS -> throw stayAway.throttle(retryAfter(response));
            default -> throw unreachable(address + " answers " + status, null);
        };
    }

    private <T> HttpResponse<T> send(URI address, BodyHandler<T> body) throws FeedException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("User-Agent", settings.userAgent())
                .header("Accept", "application/json")
                // edges of the host's network keep stale answers
                .header("Cache-Control", "no-cache")
                .build();
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, body);
        try {
            // the request's own time-out would end with the headers
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unreachable(address + " cannot be reached: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw unreachable(
                    address + " did not answer in " + settings.timeout().toSeconds() + " s", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static void discard(Object body) throws FeedException {
        if (body instanceof InputStream stream) {
            try {
                stream.close();
            } catch (IOException e) {
                throw unreachable("An answer cannot be closed", e);
            }
        }
    }

    /** The host can answer an error page with status 200. */
    private static void checkNoWebPage(URI address, CappedBody.Answer answer) throws FeedException {
        for (byte b : answer.kept()) {
            if (b > ' ') {
                checkNoWebPage(address, b);
                return;
            }
        }
        throw unreachable(address + " answers nothing", null);
    }

    private static void checkNoWebPage(URI address, int first) throws FeedException {
        if (first == '<') {
            throw unreachable(address + " answers a web page instead of JSON", null);
        }
    }

    private static InputStream beginning(URI address, InputStream body) throws FeedException {
        PushbackInputStream stream = new PushbackInputStream(body);
        try {
            int first = stream.read();
            while (first >= 0 && first <= ' ') {
                first = stream.read();
            }
            if (first < 0) {
                throw unreachable(address + " answers nothing", null);
            }
            checkNoWebPage(address, first);
            stream.unread(first);
            return stream;
        } catch (IOException e) {
            discard(stream);
            throw unreachable(address + " cannot be read: " + e.getMessage(), e);
        } catch (FeedException e) {
            discard(stream);
            throw e;
        }
    }

    private Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,4}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(settings.afterThrottling());
    }

    private static FeedException unreachable(String message, Exception cause) {
        return new FeedException("unreachable", message, cause);
    }
}
