package io.battlescope.ingestion.r2z2;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.battlescope.ingestion.feed.Bans;
import io.battlescope.ingestion.lease.Lease;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** A host that answers what a test tells it to, file by file, and remembers who asked for what and when. */
public final class LyingHost implements AutoCloseable {

    /**
     * What is answered.
     *
     * @param status 0 for never
     * @param promised bytes of the body that are announced; more than there are for a body that breaks off, or stalls
     */
    public record Answer(int status, String body, Map<String, String> headers, int promised, boolean stalls) {
        public Answer(int status, String body) {
            this(status, body, Map.of());
        }

        public Answer(int status, String body, Map<String, String> headers) {
            this(status, body, headers, body.getBytes(StandardCharsets.UTF_8).length, false);
        }

        static Answer cutOff(String body) {
            return new Answer(200, body, Map.of(), body.length() + 100, false);
        }

        static Answer stalling(String body) {
            return new Answer(200, body, Map.of(), body.length() + 100, true);
        }
    }

    public record Request(String path, long nanos, Map<String, List<String>> headers) {}

    static final Duration SPACING = Duration.ofMillis(1);
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Answers by path, one after the other; the last one stays. */
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final Map<String, Instant> bans = new ConcurrentHashMap<>();
    final AtomicBoolean leaseHeld = new AtomicBoolean(true);

    public LyingHost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public void given(String path, Answer... inOrder) {
        answers.put(path, new ArrayDeque<>(List.of(inOrder)));
    }

    public void given(String path, String body) {
        given(path, new Answer(200, body));
    }

    public List<Request> requests() {
        return requests;
    }

    public List<String> paths() {
        return requests.stream().map(Request::path).toList();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A client as it is after a start. */
    FeedHost client() {
        return client(SPACING, TIMEOUT, Clock.systemUTC());
    }

    FeedHost client(Duration spacing, Duration timeout, Clock clock) {
        HostSettings settings = new HostSettings(
                address(),
                "BattleScope/test (somebody)",
                spacing,
                Duration.ofHours(1),
                Duration.ofSeconds(10),
                timeout);
        return new FeedHost(settings, lease(), memory(), clock);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Lease lease() {
        return new Lease() {
            @Override
            public boolean isHeld() {
                return leaseHeld.get();
            }

            @Override
            public void awaitHeld() {}
        };
    }

    private Bans memory() {
        return new Bans() {
            @Override
            public Instant until(String host) {
                return bans.getOrDefault(host, Instant.MIN);
            }

            @Override
            public void ban(String host, Instant until) {
                bans.put(host, until);
            }
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1).replace("ephemeral/", "");
        requests.add(new Request(path, System.nanoTime(), Map.copyOf(exchange.getRequestHeaders())));
        Answer answer = next(path);
        if (answer.status() == 0) {
            // never answers; stopping the server ends the exchange
            return;
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(answer.status(), answer.promised() == 0 ? -1 : answer.promised());
        OutputStream body = exchange.getResponseBody();
        body.write(answer.body().getBytes(StandardCharsets.UTF_8));
        body.flush();
        if (!answer.stalls()) {
            exchange.close();
        }
    }

    private Answer next(String path) {
        Deque<Answer> waiting = answers.get(path);
        if (waiting == null) {
            return new Answer(404, "");
        }
        synchronized (waiting) {
            return waiting.size() > 1 ? waiting.removeFirst() : waiting.getFirst();
        }
    }
}
