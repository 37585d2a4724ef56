package io.battlescope.ingestion.history;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** zKillboard's history and EVE Ref's archives on one host, as they are told to be: what is not given answers 404. */
public final class LyingHistory implements AutoCloseable {

    /**
     * What is answered.
     *
     * @param promised bytes that are announced; more than there are for a body that breaks off
     */
    public record Answer(int status, byte[] body, int promised, Map<String, String> headers) {

        Answer(int status, byte[] body, int promised) {
            this(status, body, promised, Map.of());
        }

        /** The same with these headers. */
        public Answer under(Map<String, String> others) {
            return new Answer(status, body, promised, others);
        }
    }

    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    public LyingHistory() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers one after the other; the last one stays. */
    public void given(String path, Answer... inOrder) {
        answers.put("/" + path, new ArrayDeque<>(List.of(inOrder)));
    }

    public void given(String path, String body) {
        given(path, ok(body));
    }

    public List<String> requests() {
        return requests;
    }

    public static Answer ok(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Answer(200, bytes, bytes.length);
    }

    public static Answer cutOff(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Answer(200, bytes, bytes.length + 1000);
    }

    public static Answer status(int status) {
        return new Answer(status, new byte[0], 0);
    }

    /** A day's index. */
    public static String index(Iterable<Integer> ids) {
        return entries(ids, id -> "\"" + hash(id) + "\"");
    }

    /** A day's dump. */
    public static String dump(Iterable<Integer> ids, java.util.function.IntFunction<String> mail) {
        return entries(ids, mail::apply);
    }

    /** A killmail as ESI gives it. */
    static String mail(int id) {
        return """
                {"killmail_id":%d,"killmail_time":"2026-08-01T06:03:13Z","solar_system_id":30000142,\
                "victim":{"character_id":95,"damage_taken":10,"ship_type_id":587},\
                "attackers":[{"character_id":96,"damage_done":10,"final_blow":true}]}\
                """.formatted(id);
    }

    public static String hash(long id) {
        return "%040x".formatted(id);
    }

    /** A day's archive at EVE Ref. */
    public static Answer archive(Map<Integer, String> mails) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new BZip2CompressorOutputStream(bytes))) {
            for (Map.Entry<Integer, String> mail : mails.entrySet()) {
                byte[] body = mail.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry("killmails/" + mail.getKey() + ".json");
                entry.setSize(body.length);
                tar.putArchiveEntry(entry);
                tar.write(body);
                tar.closeArchiveEntry();
            }
        }
        return new Answer(200, bytes.toByteArray(), bytes.size());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static String entries(Iterable<Integer> ids, java.util.function.Function<Integer, String> value) {
        return java.util.stream.StreamSupport.stream(ids.spliterator(), false)
                .map(id -> "\"" + id + "\":" + value.apply(id))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(path);
            Answer answer = next(path);
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), answer.promised() == 0 ? -1 : answer.promised());
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer next(String path) {
        Deque<Answer> all = answers.get(path);
        if (all == null) {
            return status(404);
        }
        synchronized (all) {
            return all.size() > 1 ? all.remove() : all.element();
        }
    }
}
