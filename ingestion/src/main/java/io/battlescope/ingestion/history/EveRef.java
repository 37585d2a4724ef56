package io.battlescope.ingestion.history;

import io.battlescope.ingestion.feed.FeedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** EVE Ref's archives: one {@code tar.bz2} a day of kill time, with a file for each killmail. */
final class EveRef implements AutoCloseable {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration DOWNLOAD = Duration.ofMinutes(10);
    private static final Pattern ENTRY = Pattern.compile("(?:.*/)?([1-9][0-9]{0,17})\\.json");
    /** Larger than any killmail, and no danger to the heap. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    /** What to do with a file of the archive. */
    @FunctionalInterface
    private interface Entry {
        void read(long killmailId, InputStream body) throws IOException, InterruptedException;
    }

    private final URI baseUrl;
    private final String userAgent;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    EveRef(URI baseUrl, String userAgent) {
        this.baseUrl = baseUrl;
        this.userAgent = userAgent;
    }

    /** Ids of a day, without their hashes; empty when there is no archive. */
    Optional<Listing> index(LocalDate day) throws FeedException, InterruptedException {
        Map<Long, String> ids = new HashMap<>();
        boolean there = entries(day, (id, _) -> ids.put(id, null));
        return there ? Optional.of(new Listing(Listing.EVE_REF, ids)) : Optional.empty();
    }

    /** Hands on those of the wanted that the day's archive has, and strikes them off. */
    void fetch(LocalDate day, Map<Long, String> wanted, Judge judge) throws FeedException, InterruptedException {
        entries(day, (id, body) -> {
            if (wanted.containsKey(id) && handOn(id, wanted.get(id), body.readNBytes(MOST_BYTES), judge)) {
                wanted.remove(id);
            }
        });
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static boolean handOn(long killmailId, String hash, byte[] body, Judge judge) throws InterruptedException {
        // without a hash ESI cannot be asked
        return (hash == null ? judge.ofLast() : judge).handOn(killmailId, envelope(killmailId, hash, body));
    }

    /** The file as it came when it is no JSON. */
    private static byte[] envelope(long killmailId, String hash, byte[] body) {
        try {
            return Envelope.around(killmailId, hash, body);
        } catch (IOException e) {
            return body;
        }
    }

    private boolean entries(LocalDate day, Entry entry) throws FeedException, InterruptedException {
        String path = "killmails/" + day.getYear() + "/killmails-" + day + ".tar.bz2";
        try (Spool spool = new Spool()) {
            if (!download(path, spool)) {
                return false;
            }
            // an archive can be several streams of bzip2, one behind the other
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new BZip2CompressorInputStream(spool.open(), true))) {
                for (TarArchiveEntry file = tar.getNextEntry(); file != null; file = tar.getNextEntry()) {
                    Matcher name = ENTRY.matcher(file.getName());
                    if (file.isFile() && name.matches()) {
                        entry.read(Long.parseLong(name.group(1)), tar);
                    }
                }
            }
            return true;
        } catch (IOException e) {
            throw new FeedException("everef-broken", path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private boolean download(String path, Spool spool) throws FeedException, InterruptedException {
        String base = baseUrl.toString();
        URI address = URI.create((base.endsWith("/") ? base : base + "/") + path);
        HttpRequest request =
                HttpRequest.newBuilder(address).header("User-Agent", userAgent).build();
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(
                request,
                head -> BodySubscribers.ofByteArrayConsumer(
                        bytes -> bytes.filter(_ -> head.statusCode() == OK).ifPresent(spool::write)));
        try {
            // the request's own time-out would end with the headers
            int status = answer.get(DOWNLOAD.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            if (status != OK && status != NOT_FOUND) {
                throw new FeedException("everef-unreachable", address + " answers " + status, null);
            }
            return status == OK;
        } catch (ExecutionException e) {
            throw new FeedException("everef-unreachable", address + " cannot be reached: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new FeedException(
                    "everef-unreachable", address + " was not here in " + DOWNLOAD.toMinutes() + " min", e);
        } finally {
            answer.cancel(true);
        }
    }
}
