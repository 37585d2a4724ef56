package io.battlescope.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the gateway's status said, each second: every counter of every service at the time at which the service itself
 * reported it.
 */
final class StatusLog {

    private static final Set<String> SERVICES = Set.of("ingestion", "enrichment", "command-side", "projection");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Map<String, List<Timeline.Point>> counters = new HashMap<>();
    private Map<String, Long> latest = Map.of();
    private Map<String, String> notes = Map.of();
    private Instant lastChange = Instant.now();

    StatusLog(URI gateway) {
        this.address = gateway.resolve("/api/v1/status");
    }

    /** @return whether there was an answer */
    boolean sample() throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                return false;
            }
            take(JSON.readTree(answer.body()));
            return true;
        } catch (IOException notThereYet) {
            return false;
        }
    }

    /** Counters are named {@code service.counter}. */
    Timeline timeline(String counter) {
        return Timeline.of(counters.getOrDefault(counter, List.of()));
    }

    long latest(String counter) {
        return latest.getOrDefault(counter, 0L);
    }

    /** Everything read, nothing left to do anywhere, and nothing has moved for so long. */
    boolean isSettled(Duration quiet) {
        return notes.getOrDefault("ingestion.feedState", "").equals("finished")
                && latest("ingestion.accepted") > 0
                && latest("projection.killmails") > 0
                && lags().isEmpty()
                && Duration.between(lastChange, Instant.now()).compareTo(quiet) >= 0;
    }

    /** What is still behind, and how far. */
    Map<String, Long> lags() {
        Map<String, Long> lags = new TreeMap<>();
        latest.forEach((name, value) -> {
            if (isLag(name) && value > 0) {
                lags.put(name, value);
            }
        });
        return lags;
    }

    /** What services complain of, if anything. */
    Map<String, String> complaints() {
        Map<String, String> complaints = new TreeMap<>();
        notes.forEach((name, text) -> {
            if (name.toLowerCase(Locale.ROOT).contains("error")) {
                complaints.put(name, text);
            }
        });
        return complaints;
    }

    private void take(JsonNode status) {
        Map<String, Long> now = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (JsonNode report : status.path("services")) {
            String service = report.path("service").textValue();
            if (!SERVICES.contains(service)) {
                continue;
            }
            double seconds =
                    Times.seconds(Instant.parse(report.path("reportedAt").textValue()));
            report.path("counters").properties().forEach(counter -> {
                String name = service + "." + counter.getKey();
                long value = counter.getValue().longValue();
                now.put(name, value);
                counters.computeIfAbsent(name, ignored -> new ArrayList<>()).add(new Timeline.Point(seconds, value));
            });
            report.path("notes")
                    .properties()
                    .forEach(note -> texts.put(
                            service + "." + note.getKey(), note.getValue().asText()));
        }
        if (!work(now).equals(work(latest))) {
            lastChange = Instant.now();
        }
        latest = now;
        notes = texts;
    }

    /** Without what may change though nothing happens. */
    private static Map<String, Long> work(Map<String, Long> all) {
        Map<String, Long> work = new HashMap<>(all);
        work.keySet().removeIf(name -> isLag(name) || name.endsWith("PerSecond"));
        return work;
    }

    private static boolean isLag(String name) {
        return name.contains("lagRecords") || name.contains("lagMillis") || name.contains("LagEvents");
    }
}
