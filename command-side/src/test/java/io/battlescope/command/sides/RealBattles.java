package io.battlescope.command.sides;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.PartyKind;
import io.battlescope.api.killmail.Victim;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Recorded fights, where the checkout has them beside it; tests that ask for them are skipped where it has not. */
final class RealBattles {

    private static final Path DATA = Path.of("../../shared/data");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant WHENEVER = Instant.parse("2021-11-28T10:00:00Z");

    private RealBattles() {}

    /** A fight as it was recorded. */
    record RealBattle(String name, List<BattleKillmail> killmails) {}

    /** The 3USX fight: the parties of each mail and nothing else. */
    static List<BattleKillmail> threeUsx() throws IOException {
        List<BattleKillmail> mails = new ArrayList<>();
        for (String line : lines("fixtures/3usx_parties.txt")) {
            List<Party> parties = Arrays.stream(line.trim().split("\\s+"))
                    .map(id -> new Party(PartyKind.ALLIANCE, Long.parseLong(id)))
                    .toList();
            List<Attacker> attackers = parties.stream()
                    .skip(1)
                    .map(party ->
                            new Attacker(null, null, party.id(), null, party, null, null, null, 0, false, false, false))
                    .toList();
            Party lost = parties.getFirst();
            Victim victim = new Victim(null, null, lost.id(), null, lost, 587, 25, 6, false, false, 0);
            mails.add(new BattleKillmail(
                    mails.size() + 1, WHENEVER, WHENEVER, victim, attackers, KillmailValue.UNKNOWN, null));
        }
        return mails;
    }

    /** The fights of at least 30 pilots and 5 kills in the recorded stream, with damage and an estimate of what was lost. */
    static List<RealBattle> all() throws IOException {
        Map<Long, BattleKillmail> mails = killmails(prices());
        List<RealBattle> battles = new ArrayList<>();
        for (String line : lines("stats/battles.jsonl.gz")) {
            JsonNode battle = JSON.readTree(line);
            List<BattleKillmail> members = new ArrayList<>();
            battle.get("killmail_ids").forEach(id -> members.add(mails.get(id.asLong())));
            String name =
                    battle.get("system").asText() + " " + battle.get("start").asText();
            battles.add(new RealBattle(name, List.copyOf(members)));
        }
        return battles;
    }

    private static Map<Long, BattleKillmail> killmails(Map<Integer, BigDecimal> prices) throws IOException {
        Map<Long, BattleKillmail> mails = new HashMap<>();
        for (String line : lines("killmails.jsonl.gz")) {
            JsonNode mail = JSON.readTree(line);
            Instant at = Instant.parse(mail.get("killmail_time").asText());
            List<Attacker> attackers = new ArrayList<>();
            mail.get("attackers").forEach(attacker -> attackers.add(attacker(attacker)));
            long id = mail.get("killmail_id").asLong();
            JsonNode victim = mail.get("victim");
            KillmailValue value = new KillmailValue(worth(victim, prices), "adjusted prices", true);
            mails.put(id, new BattleKillmail(id, at, at, victim(victim), attackers, value, null));
        }
        return mails;
    }

    private static Attacker attacker(JsonNode attacker) {
        return new Attacker(
                id(attacker, "character_id"),
                id(attacker, "corporation_id"),
                id(attacker, "alliance_id"),
                id(attacker, "faction_id"),
                party(attacker),
                attacker.path("ship_type_id").asInt(),
                null,
                null,
                attacker.get("damage_done").asLong(),
                attacker.get("final_blow").asBoolean(),
                party(attacker) == null,
                false);
    }

    private static Victim victim(JsonNode victim) {
        return new Victim(
                id(victim, "character_id"),
                id(victim, "corporation_id"),
                id(victim, "alliance_id"),
                id(victim, "faction_id"),
                party(victim),
                victim.get("ship_type_id").asInt(),
                null,
                null,
                false,
                false,
                victim.get("damage_taken").asLong());
    }

    private static Party party(JsonNode pilot) {
        return Party.of(id(pilot, "character_id"), id(pilot, "corporation_id"), id(pilot, "alliance_id"))
                .orElse(null);
    }

    private static Long id(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asLong() : null;
    }

    private static BigDecimal worth(JsonNode victim, Map<Integer, BigDecimal> prices) {
        BigDecimal sum = prices.getOrDefault(victim.get("ship_type_id").asInt(), BigDecimal.ZERO);
        for (JsonNode item : victim.get("items") == null ? JSON.createArrayNode() : victim.get("items")) {
            long count = item.path("quantity_destroyed").asLong()
                    + item.path("quantity_dropped").asLong();
            sum = sum.add(prices.getOrDefault(item.get("item_type_id").asInt(), BigDecimal.ZERO)
                    .multiply(BigDecimal.valueOf(count)));
        }
        return sum;
    }

    /** Adjusted prices of the game, of another year: good enough for an order of magnitude. */
    private static Map<Integer, BigDecimal> prices() throws IOException {
        Map<Integer, BigDecimal> prices = new HashMap<>();
        lines("static/prices.csv.gz").stream().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            prices.put(Integer.valueOf(cells[0]), cells[1].isEmpty() ? BigDecimal.ZERO : new BigDecimal(cells[1]));
        });
        return prices;
    }

    private static List<String> lines(String file) throws IOException {
        Path path = DATA.resolve(file);
        assumeTrue(
                Files.exists(path),
                "skipped: there is no " + path.toAbsolutePath().normalize());
        try (InputStream bytes = Files.newInputStream(path);
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
