package io.battlescope.enrichment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.IngestedKillmail;
import io.battlescope.api.killmail.Provenance;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes accepted killmails the way ingestion does: the ESI body inside our envelope. */
public final class MailBuilder {

    public static final int RIFTER = 587;
    public static final int CAPSULE = 670;
    public static final int AURORAL_CAPSULE = 33328;
    public static final int ASTRAHUS = 35832;
    public static final int TANOO = 30000001;
    public static final int AMAMAKE = 30002537;
    public static final Instant RECEIVED = Instant.parse("2026-11-23T12:00:07Z");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode body = JSON.objectNode();
    private final ArrayNode attackers = body.putArray("attackers");
    private ObjectNode zkb;
    private long killmailId = 131_000_001;
    private int systemId = AMAMAKE;
    private Instant occurredAt = Instant.parse("2026-11-23T12:00:00Z");

    private MailBuilder() {}

    public static MailBuilder mail() {
        return new MailBuilder()
                .victim(pilot(90_000_001, 98_000_001, 99_000_001).in(RIFTER));
    }

    /** Somebody on a mail. */
    public record Line(ObjectNode json) {

        public Line in(int shipTypeId) {
            return with("ship_type_id", shipTypeId);
        }

        public Line using(int weaponTypeId) {
            return with("weapon_type_id", weaponTypeId);
        }

        public Line damage(long hitPoints) {
            return with("damage_done", hitPoints);
        }

        public Line finalBlow() {
            json.put("final_blow", true);
            return this;
        }

        public Line with(String field, long value) {
            json.put(field, value);
            return this;
        }

        public Line carrying(ObjectNode... items) {
            json.putArray("items").addAll(List.of(items));
            return this;
        }
    }

    public static Line pilot(long character, long corporation, long alliance) {
        return nobody().with("character_id", character)
                .with("corporation_id", corporation)
                .with("alliance_id", alliance);
    }

    public static Line pilot(long character, long corporation) {
        return nobody().with("character_id", character).with("corporation_id", corporation);
    }

    public static Line npc(long faction) {
        return nobody().with("faction_id", faction);
    }

    public static Line nobody() {
        return new Line(JSON.objectNode());
    }

    public static ObjectNode destroyed(int type, long quantity) {
        return item(type).put("quantity_destroyed", quantity);
    }

    public static ObjectNode dropped(int type, long quantity) {
        return item(type).put("quantity_dropped", quantity);
    }

    public static ObjectNode blueprintCopy(int type) {
        return dropped(type, 1).put("singleton", 2);
    }

    public static ObjectNode container(int type, ObjectNode... content) {
        ObjectNode container = dropped(type, 1);
        container.putArray("items").addAll(List.of(content));
        return container;
    }

    private static ObjectNode item(int type) {
        return JSON.objectNode().put("item_type_id", type).put("flag", 5).put("singleton", 0);
    }

    public MailBuilder id(long id) {
        killmailId = id;
        return this;
    }

    public MailBuilder inSystem(int id) {
        systemId = id;
        return this;
    }

    public MailBuilder at(String time) {
        occurredAt = Instant.parse(time);
        return this;
    }

    public MailBuilder victim(Line line) {
        body.set("victim", line.with("damage_taken", 5_000).json());
        return this;
    }

    public MailBuilder attackedBy(Line... lines) {
        for (Line line : lines) {
            attackers.add(line.json());
        }
        return this;
    }

    public MailBuilder shuffled(Random random) {
        List<JsonNode> lines = new ArrayList<>();
        attackers.forEach(lines::add);
        Collections.shuffle(lines, random);
        attackers.removeAll().addAll(lines);
        return this;
    }

    public MailBuilder zkillboardSays(BigDecimal totalValue) {
        zkb = JSON.objectNode().put("totalValue", totalValue).put("points", 1).put("npc", false);
        return this;
    }

    /** In zKillboard's block, beside a value that is not there yet. */
    public MailBuilder labelled(JsonNode labels) {
        zkb = JSON.objectNode().put("totalValue", 0);
        zkb.set("labels", labels);
        return this;
    }

    public MailBuilder without(String field) {
        body.remove(field);
        return this;
    }

    public IngestedKillmail ingested() {
        body.put("killmail_id", killmailId)
                .put("killmail_time", occurredAt.toString())
                .put("solar_system_id", systemId);
        return new IngestedKillmail(
                killmailId,
                "0123456789abcdef0123456789abcdef01234567",
                systemId,
                occurredAt,
                new Provenance("file", RECEIVED, "correlation-" + killmailId),
                body,
                zkb);
    }

    public byte[] bytes() {
        try {
            return MessageJson.mapper().writeValueAsBytes(ingested());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
