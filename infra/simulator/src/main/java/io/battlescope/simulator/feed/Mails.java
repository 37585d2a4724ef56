package io.battlescope.simulator.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.battlescope.simulator.chance.Dice;
import io.battlescope.simulator.people.Pilot;
import io.battlescope.simulator.ship.Fitting;
import io.battlescope.simulator.ship.HullClass;
import io.battlescope.simulator.ship.Item;
import io.battlescope.simulator.war.Kill;
import io.battlescope.simulator.war.Shooter;
import io.battlescope.simulator.war.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Writes killmails as ESI, R2Z2 and zKillboard do. */
public final class Mails {

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper TREE = new ObjectMapper();
    private static final double METRES = 1e12;

    private final World world;

    public Mails(World world) {
        this.world = world;
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    /** A file of the feed. */
    public byte[] envelope(Publication publication) {
        byte[] good = bytes(json -> envelope(json, publication));
        Flaw flaw = publication.flaw();
        return flaw == null ? good : spoilt(good, flaw);
    }

    /** A line as recordings have it: the body with hash and zKillboard's block beside its fields. */
    public byte[] line(Publication publication) {
        Kill kill = publication.kill();
        return bytes(json -> {
            List<Item> items = items(kill);
            json.writeStartObject();
            fields(json, publication.killmailId(), kill, items, 0);
            json.writeStringField("killmail_hash", Hashes.of(kill));
            json.writeFieldName("zkb");
            zkb(json, publication.killmailId(), kill, items, latest(publication));
            json.writeEndObject();
        });
    }

    /** The body alone, as ESI gives it. @param order attackers stand in another order for another number */
    public byte[] body(long killmailId, Kill kill, long order) {
        return bytes(json -> {
            json.writeStartObject();
            fields(json, killmailId, kill, items(kill), order);
            json.writeEndObject();
        });
    }

    /** An entry of zKillboard's lists: id and block, no body. */
    public byte[] entry(long killmailId, Kill kill, Edition latest) {
        return bytes(json -> {
            json.writeStartObject();
            json.writeNumberField("killmail_id", killmailId);
            json.writeFieldName("zkb");
            zkb(json, killmailId, kill, items(kill), latest);
            json.writeEndObject();
        });
    }

    private void envelope(JsonGenerator json, Publication publication) throws IOException {
        Kill kill = publication.kill();
        List<Item> items = items(kill);
        json.writeStartObject();
        json.writeNumberField("killmail_id", publication.killmailId());
        json.writeStringField("hash", Hashes.of(kill));
        json.writeObjectFieldStart("esi");
        fields(json, publication.killmailId(), kill, items, 0);
        json.writeEndObject();
        json.writeFieldName("zkb");
        zkb(json, publication.killmailId(), kill, items, latest(publication));
        json.writeNumberField("uploaded_at", publication.uploadedAt());
        json.writeNumberField("sequence_id", publication.sequence());
        if (publication.updates() != 0) {
            json.writeNumberField("sequence_updated", publication.updates());
        }
        json.writeEndObject();
    }

    private static Edition latest(Publication publication) {
        return publication.rewritten() == null ? publication.edition() : publication.rewritten();
    }

    private void zkb(JsonGenerator json, long killmailId, Kill kill, List<Item> items, Edition latest)
            throws IOException {
        new Zkb(world.ships(), kill, items, Hashes.of(kill), world.map().place(kill.systemId()), latest)
                .write(json, killmailId, isPositioned(kill));
    }

    private List<Item> items(Kill kill) {
        return Fitting.of(world.ships(), kill.hull(), Dice.of(kill.seed(), 2));
    }

    private void fields(JsonGenerator json, long killmailId, Kill kill, List<Item> items, long order)
            throws IOException {
        json.writeArrayFieldStart("attackers");
        int size = kill.shooters().size();
        int first = (int) Math.floorMod(order, (long) size);
        for (int i = 0; i < size; i++) {
            int index = (first + i) % size;
            attacker(json, kill.shooters().get(index), index == kill.finalBlow());
        }
        json.writeEndArray();
        json.writeNumberField("killmail_id", killmailId);
        json.writeStringField(
                "killmail_time", Instant.ofEpochSecond(kill.time()).toString());
        json.writeNumberField("solar_system_id", kill.systemId());
        json.writeObjectFieldStart("victim");
        ids(json, kill.victim());
        json.writeNumberField("damage_taken", kill.damageTaken());
        items(json, items);
        if (isPositioned(kill)) {
            position(json, Dice.of(kill.seed(), 4));
        }
        json.writeNumberField("ship_type_id", kill.hull().typeId());
        json.writeEndObject();
    }

    private static void attacker(JsonGenerator json, Shooter shooter, boolean finalBlow) throws IOException {
        json.writeStartObject();
        ids(json, shooter.pilot());
        json.writeNumberField("damage_done", shooter.damage());
        json.writeBooleanField("final_blow", finalBlow);
        json.writeNumberField("security_status", shooter.pilot().security());
        if (shooter.hullTypeId() != 0) {
            json.writeNumberField("ship_type_id", shooter.hullTypeId());
        }
        if (shooter.weaponTypeId() != 0) {
            json.writeNumberField("weapon_type_id", shooter.weaponTypeId());
        }
        json.writeEndObject();
    }

    private static void ids(JsonGenerator json, Pilot pilot) throws IOException {
        id(json, "alliance_id", pilot.allianceId());
        id(json, "character_id", pilot.characterId());
        id(json, "corporation_id", pilot.corporationId());
        id(json, "faction_id", pilot.factionId());
    }

    private static void id(JsonGenerator json, String field, long id) throws IOException {
        if (id != 0) {
            json.writeNumberField(field, id);
        }
    }

    private static void items(JsonGenerator json, List<Item> items) throws IOException {
        json.writeArrayFieldStart("items");
        for (Item item : items) {
            json.writeStartObject();
            json.writeNumberField("flag", item.flag());
            json.writeNumberField("item_type_id", item.typeId());
            json.writeNumberField(item.dropped() ? "quantity_dropped" : "quantity_destroyed", item.quantity());
            json.writeNumberField("singleton", item.singleton());
            if (!item.contents().isEmpty()) {
                items(json, item.contents());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Deployables and customs offices are sometimes nowhere. */
    private static boolean isPositioned(Kill kill) {
        HullClass hull = kill.hull().kind();
        return !(hull == HullClass.DEPLOYABLE || hull == HullClass.STARBASE) || (kill.seed() & 3) != 0;
    }

    private static void position(JsonGenerator json, Dice dice) throws IOException {
        json.writeObjectFieldStart("position");
        json.writeNumberField("x", (dice.share() - 0.5) * METRES);
        json.writeNumberField("y", (dice.share() - 0.5) * METRES / 10);
        json.writeNumberField("z", (dice.share() - 0.5) * METRES);
        json.writeEndObject();
    }

    private static byte[] spoilt(byte[] good, Flaw flaw) {
        try {
            ObjectNode envelope = (ObjectNode) TREE.readTree(good);
            flaw.spoil(envelope, (ObjectNode) envelope.get("esi"));
            return flaw.spoil(envelope.toString()).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory", e);
        }
    }

    private static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
