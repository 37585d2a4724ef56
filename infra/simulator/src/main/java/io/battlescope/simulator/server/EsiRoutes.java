package io.battlescope.simulator.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.battlescope.simulator.people.Alliance;
import io.battlescope.simulator.people.Corporation;
import io.battlescope.simulator.ship.Catalogue;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ESI's routes that are under the old error limit. */
final class EsiRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern GROUP = Pattern.compile("/(alliances|corporations)/(\\d{1,18})/?");
    private static final int MOST_NAMES = 1_000;
    private static final String FOUNDED = "2021-05-06T00:00:00Z";

    private final Simulation simulation;
    private final Directory directory;

    /** @param body JSON when the status is 200, else a sentence */
    record Reply(int status, String body) {}

    EsiRoutes(Simulation simulation, Directory directory) {
        this.simulation = simulation;
        this.directory = directory;
    }

    Reply reply(HttpExchange exchange, String path) throws IOException {
        if (exchange.getRequestMethod().equals("POST") && path.matches("/universe/names/?")) {
            return names(exchange);
        }
        if (path.matches("/markets/prices/?")) {
            return new Reply(200, prices().toString());
        }
        Matcher group = GROUP.matcher(path);
        if (!group.matches()) {
            return new Reply(404, "There is no such route.");
        }
        long id = Long.parseLong(group.group(2));
        return group.group(1).equals("alliances")
                ? simulation
                        .world()
                        .people()
                        .alliance(id)
                        .map(EsiRoutes::alliance)
                        .orElseGet(() -> unknown("Alliance"))
                : corporation(id);
    }

    private Reply names(HttpExchange exchange) throws IOException {
        JsonNode ids;
        try {
            ids = JSON.readTree(exchange.getRequestBody());
        } catch (JsonProcessingException e) {
            return new Reply(400, "The body is no JSON.");
        }
        Set<Long> unique = new HashSet<>();
        ArrayNode names = JSON.createArrayNode();
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MOST_NAMES) {
            return new Reply(400, "The body is a list of 1 to 1000 ids.");
        }
        for (JsonNode id : ids) {
            if (!id.isIntegralNumber() || !unique.add(id.longValue())) {
                return new Reply(400, "The ids are whole numbers, each once.");
            }
            Optional<Directory.Entry> entry = directory.find(id.longValue());
            if (entry.isEmpty()) {
                return new Reply(404, "Ensure all IDs are valid before resolving.");
            }
            names.addObject()
                    .put("category", entry.get().category())
                    .put("id", id.longValue())
                    .put("name", entry.get().name());
        }
        return simulation.faults().strikes(Fault.ESI_NAMES_404)
                ? new Reply(404, "Ensure all IDs are valid before resolving.")
                : new Reply(200, names.toString());
    }

    private ArrayNode prices() {
        Catalogue catalogue = simulation.world().ships();
        ArrayNode prices = JSON.createArrayNode();
        catalogue.priced().stream().sorted().forEach(typeId -> {
            ObjectNode price = prices.addObject();
            double isk = catalogue.price(typeId);
            price.put("adjusted_price", isk * 0.98);
            // some types are not traded
            if (typeId % 23 != 0) {
                price.put("average_price", isk);
            }
            price.put("type_id", typeId);
        });
        return prices;
    }

    private static Reply alliance(Alliance alliance) {
        Corporation executor = alliance.corporations().getFirst();
        ObjectNode json = JSON.createObjectNode()
                .put("creator_corporation_id", executor.id())
                .put("creator_id", executor.pilots().getFirst().characterId())
                .put("date_founded", FOUNDED)
                .put("executor_corporation_id", executor.id())
                .put("name", alliance.name())
                .put("ticker", alliance.ticker());
        return new Reply(200, json.toString());
    }

    private Reply corporation(long id) {
        Optional<Corporation> players = simulation.world().people().corporation(id);
        if (players.isPresent()) {
            Corporation corporation = players.get();
            long first = corporation.pilots().getFirst().characterId();
            return new Reply(
                    200,
                    corporation(
                            corporation.name(),
                            corporation.ticker(),
                            corporation.pilots().size(),
                            first,
                            corporation.allianceId()));
        }
        return directory
                .find(id)
                .filter(entry -> entry.category().equals("corporation"))
                .map(entry -> new Reply(200, corporation(entry.name(), "NPC", 0, 1, 0)))
                .orElseGet(() -> unknown("Corporation"));
    }

    private static String corporation(String name, String ticker, int members, long ceo, long allianceId) {
        ObjectNode json = JSON.createObjectNode()
                .put("ceo_id", ceo)
                .put("creator_id", ceo)
                .put("date_founded", FOUNDED)
                .put("member_count", members)
                .put("name", name)
                .put("tax_rate", 0.1)
                .put("ticker", ticker);
        if (allianceId != 0) {
            json.put("alliance_id", allianceId);
        }
        return json.toString();
    }

    private static Reply unknown(String what) {
        return new Reply(404, what + " not found");
    }
}
