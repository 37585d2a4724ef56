package io.battlescope.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.battlescope.simulator.feed.Flaw;
import io.battlescope.simulator.feed.Posted;
import io.battlescope.simulator.feed.Publication;
import io.battlescope.simulator.feed.Timeline;
import io.battlescope.simulator.feed.Truth;
import io.battlescope.simulator.war.Kind;
import io.battlescope.simulator.war.Order;
import io.battlescope.simulator.war.World;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What no real service has: the truth, the ledger, and switches for faults and battles. */
final class SimPages implements Pages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINES = "application/jsonl";
    private static final int MOST_LOSSES = 20_000;

    private final Simulation simulation;
    private final Timeline timeline;

    SimPages(Simulation simulation) {
        this.simulation = simulation;
        this.timeline = simulation.timeline();
    }

    @Override
    public void answer(HttpExchange exchange, String path) throws IOException {
        try {
            switch (exchange.getRequestMethod() + " " + path) {
                case "GET /status" -> Answer.json(exchange, 200, status().toString());
                case "GET /faults" ->
                    Answer.json(
                            exchange,
                            200,
                            JSON.writeValueAsBytes(simulation.faults().rates()));
                case "PUT /faults" -> {
                    set(JSON.readTree(exchange.getRequestBody()));
                    Answer.json(
                            exchange,
                            200,
                            JSON.writeValueAsBytes(simulation.faults().rates()));
                }
                case "GET /truth" -> Answer.stream(exchange, LINES, out -> truth(out, from(exchange)));
                case "GET /ledger" -> Answer.stream(exchange, LINES, out -> ledger(out, from(exchange)));
                case "PUT /rate" -> {
                    timeline.rate(0, rate(JSON.readTree(exchange.getRequestBody())));
                    Answer.json(exchange, 200, status().toString());
                }
                case "PUT /clock" -> {
                    timeline.stop(JSON.readTree(exchange.getRequestBody())
                            .path("stopped")
                            .asBoolean());
                    Answer.json(exchange, 200, status().toString());
                }
                case "POST /battles" -> battle(exchange);
                default -> Answer.error(exchange, 404, "There is no " + path + ".");
            }
        } catch (IllegalArgumentException e) {
            Answer.error(exchange, 400, e.getMessage().replace("\"", "'"));
        }
    }

    private ObjectNode status() {
        ObjectNode status = JSON.createObjectNode();
        status.put("now", Instant.ofEpochSecond(timeline.now()).toString())
                .put("start", Instant.ofEpochSecond(timeline.start()).toString())
                .put("seed", simulation.world().seed())
                .put("killsPerSecond", timeline.rate())
                .put("kills", timeline.kills())
                .put("firstSequence", Timeline.FIRST_SEQUENCE)
                .put("head", timeline.head());
        status.set("faultsStruck", JSON.valueToTree(simulation.faults().struck()));
        return status;
    }

    /** {@code {"html": 0.1}}, and {@code {"profile": "all"}} or {@code none} before the others. */
    private void set(JsonNode wanted) {
        Faults faults = simulation.faults();
        switch (wanted.path("profile").asText("")) {
            case "all" -> faults.all();
            case "none" -> faults.none();
            case "" -> {
                // single ones only
            }
            default -> throw new IllegalArgumentException("The profiles are all and none.");
        }
        wanted.properties().stream()
                .filter(field -> !field.getKey().equals("profile"))
                .forEach(field ->
                        faults.rate(fault(field.getKey()), field.getValue().asDouble(-1)));
    }

    /** A rate is for ever in the journal, and a huge one would keep the world busy for ever at each start. */
    private static double rate(JsonNode wanted) {
        double rate = wanted.path("killsPerSecond").asDouble(-1);
        if (!(rate >= 0 && rate <= World.FASTEST)) {
            throw new IllegalArgumentException("killsPerSecond is a number from 0 to 5000.");
        }
        return rate;
    }

    private static Fault fault(String word) {
        try {
            return Fault.of(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("There is no fault " + word + ".", e);
        }
    }

    /** Kills by time, from the id {@code from} on; mails that nobody has posted yet are left out. */
    private void truth(OutputStream out, long from) throws IOException {
        int kills = timeline.kills();
        for (int place = (int) Math.max(0, from - Timeline.FIRST_KILLMAIL); place < kills; place++) {
            Posted posted = timeline.posted(place);
            if (posted.postedAt() != 0) {
                out.write((Truth.of(posted).json() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Every number, from the number {@code from} on. */
    private void ledger(OutputStream out, long from) throws IOException {
        long head = timeline.head();
        for (long sequence = Math.max(Timeline.FIRST_SEQUENCE, from); sequence <= head; sequence++) {
            Optional<Publication> publication = timeline.publication(sequence);
            out.write((entry(publication.orElseThrow()) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static ObjectNode entry(Publication publication) {
        Flaw flaw = publication.flaw();
        ObjectNode entry = JSON.createObjectNode()
                .put("sequence", publication.sequence())
                .put("killmail_id", publication.killmailId())
                .put("edition", publication.edition().name().toLowerCase(Locale.ROOT))
                .put("good", flaw == null);
        if (flaw != null) {
            entry.put("flaw", flaw.word());
        }
        if (publication.rewritten() != null) {
            entry.put("rewritten", publication.rewritten().name().toLowerCase(Locale.ROOT));
        }
        if (publication.updates() != 0) {
            entry.put("updates", publication.updates());
        }
        return entry;
    }

    private void battle(HttpExchange exchange) throws IOException {
        JsonNode wanted = JSON.readTree(exchange.getRequestBody());
        Kind kind = kind(wanted.path("kind").asText("fleet_battle"));
        int system = wanted.path("system").asInt(0);
        int kills = wanted.path("kills").asInt(kind == Kind.BLOODBATH ? 3_000 : 0);
        if (system != 0 && !simulation.world().map().knows(system)) {
            throw new IllegalArgumentException("There is no system " + system + ".");
        }
        if (kills < 0 || kills > MOST_LOSSES) {
            throw new IllegalArgumentException("kills is a number from 1 to " + MOST_LOSSES + ".");
        }
        Order order = timeline.order(0, kind, system, kills);
        Answer.json(
                exchange,
                201,
                JSON.createObjectNode()
                        .put("operation", "o" + order.number())
                        .put("start", Instant.ofEpochSecond(order.start()).toString())
                        .toString());
    }

    private static Kind kind(String word) {
        Kind kind;
        try {
            kind = Kind.of(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("There is no kind of battle " + word + ".", e);
        }
        if (kind != Kind.BLOODBATH && kind != Kind.THIRD_PARTY && kind != Kind.FLEET_BATTLE) {
            throw new IllegalArgumentException("On demand there are fleet_battle, third_party and bloodbath.");
        }
        return kind;
    }

    private static long from(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query != null && query.matches("from=\\d{1,18}") ? Long.parseLong(query.substring(5)) : 0;
    }
}
