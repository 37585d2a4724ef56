package io.battlescope.e2e.ledger;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The simulator: its switches, its ledger and its feed. */
public final class NewEden {

    /** An edge hides a number that is there no more often than twice. */
    private static final int SURELY_GONE = 3;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** @param base such as {@code http://127.0.0.1:8090} */
    public NewEden(URI base) {
        this.base = base;
    }

    /**
     * Switches every fault on, at a share of its moderate rate; mails are broken at the full rate, as they cost no waiting.
     *
     * @param share from 0 to 1: with the full rates, waits make a reader take some 80 ms a mail
     */
    public void lie(double share) throws IOException, InterruptedException {
        ObjectNode rates = (ObjectNode) put("/sim/faults", "{\"profile\":\"all\"}");
        ObjectNode wanted = JSON.createObjectNode();
        rates.properties().stream()
                .filter(rate -> !rate.getKey().equals("broken"))
                .forEach(rate -> wanted.put(rate.getKey(), rate.getValue().doubleValue() * share));
        put("/sim/faults", wanted.toString());
    }

    /**
     * Sets one fault's rate.
     *
     * @param rate from 0 for never to 1 for always
     */
    public void fault(String name, double rate) throws IOException, InterruptedException {
        put("/sim/faults", "{\"" + name + "\":" + rate + "}");
    }

    public void rate(double killsPerSecond) throws IOException, InterruptedException {
        put("/sim/rate", "{\"killsPerSecond\":" + killsPerSecond + "}");
    }

    /** A battle that begins in a few seconds. */
    public void battle(int kills) throws IOException, InterruptedException {
        send("POST", "/sim/battles", "{\"kind\":\"bloodbath\",\"kills\":" + kills + "}");
    }

    /** From now on nothing more is published. */
    public void stop() throws IOException, InterruptedException {
        put("/sim/clock", "{\"stopped\":true}");
    }

    public JsonNode status() throws IOException, InterruptedException {
        return send("GET", "/sim/status", "");
    }

    /** How many numbers the feed has. */
    public long published() throws IOException, InterruptedException {
        JsonNode status = status();
        return head(status) - status.path("firstSequence").longValue() + 1;
    }

    static long head(JsonNode status) {
        return status.path("head").longValue();
    }

    public void tellTheTruth() throws IOException, InterruptedException {
        put("/sim/faults", "{\"profile\":\"none\"}");
    }

    List<Publication> ledger() throws IOException, InterruptedException {
        List<Publication> publications = new ArrayList<>();
        for (String line : answer("GET", "/sim/ledger", "").body().split("\n")) {
            publications.add(Publication.of(JSON.readTree(line)));
        }
        return publications;
    }

    /** The last day that history has for sure: it is made in the morning of the day after. */
    public LocalDate lastFinishedDay() throws IOException, InterruptedException {
        return Instant.parse(status().path("now").textValue())
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(2);
    }

    /** Ids of the killmails of a day, as far as history knows of them. */
    public Set<Long> history(LocalDate day) throws IOException, InterruptedException {
        Set<Long> ids = new TreeSet<>();
        send("GET", "/r2z2/history/" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + ".json", "")
                .fieldNames()
                .forEachRemaining(id -> ids.add(Long.valueOf(id)));
        return ids;
    }

    /** A file of the feed, which has to tell the truth. */
    JsonNode file(long number) throws IOException, InterruptedException {
        return send("GET", address(number), "");
    }

    /** Whether a number can be read, however much lies in between. */
    boolean isThere(long number) throws InterruptedException {
        int misses = 0;
        while (misses < SURELY_GONE) {
            try {
                HttpResponse<String> answer = answer("GET", address(number), "");
                if (answer.statusCode() == 200 && answer.body().startsWith("{")) {
                    return true;
                }
                misses += answer.statusCode() == 404 ? 1 : 0;
            } catch (IOException oneOfItsFaults) {
                // asked again
            }
        }
        return false;
    }

    private static String address(long number) {
        return "/r2z2/ephemeral/" + number + ".json";
    }

    private JsonNode put(String path, String body) throws IOException, InterruptedException {
        return send("PUT", path, body);
    }

    private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(method, path, body);
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> answer(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
