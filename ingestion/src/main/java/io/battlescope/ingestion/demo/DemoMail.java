package io.battlescope.ingestion.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.battlescope.api.json.MessageJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Writes a kill as the live feed would: the ESI body with its hash and zKillboard's block. */
final class DemoMail {

    private static final double DAMAGE_SHARE = 0.7;
    private static final double DROP_SHARE = 0.2;
    private static final double SYSTEM_RADIUS_METRES = 4e12;
    /** Seconds from 1601, where the file time of Windows begins, to 1970. */
    private static final long FILE_TIME_EPOCH = 11_644_473_600L;

    private static final long TICKS_PER_SECOND = 10_000_000;

    private final DemoKill kill;
    private final long killmailId;
    private final Instant at;
    private final Random dice;

    private DemoMail(DemoKill kill, long killmailId, Instant at) {
        this.kill = kill;
        this.killmailId = killmailId;
        this.at = at;
        this.dice = new Random(kill.roll());
    }

    /** @param at whole seconds */
    static byte[] write(DemoKill kill, long killmailId, Instant at) {
        try {
            return MessageJson.mapper().writeValueAsBytes(new DemoMail(kill, killmailId, at).mail());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values is always JSON", e);
        }
    }

    private ObjectNode mail() {
        ObjectNode mail = JsonNodeFactory.instance.objectNode();
        mail.put("killmail_id", killmailId);
        mail.put("killmail_time", at.toString());
        mail.put("solar_system_id", kill.systemId());
        mail.set("victim", victim());
        mail.set("attackers", attackers());
        String hash = hash();
        mail.put("killmail_hash", hash);
        mail.set("zkb", zkb(hash));
        return mail;
    }

    private ObjectNode victim() {
        ObjectNode victim = combatant(kill.victim());
        victim.put("damage_taken", kill.victim().hull().hitPoints());
        ObjectNode position = victim.putObject("position");
        for (String axis : List.of("x", "y", "z")) {
            position.put(axis, dice.nextDouble(-SYSTEM_RADIUS_METRES, SYSTEM_RADIUS_METRES));
        }
        victim.putArray("items");
        return victim;
    }

    private ArrayNode attackers() {
        ArrayNode attackers = JsonNodeFactory.instance.arrayNode();
        int left = kill.victim().hull().hitPoints();
        for (int i = 0; i < kill.attackers().size(); i++) {
            DemoPilot pilot = kill.attackers().get(i);
            boolean last = i == kill.attackers().size() - 1;
            int damage = last ? left : (int) (left * dice.nextDouble() * DAMAGE_SHARE);
            left -= damage;
            ObjectNode attacker = combatant(pilot);
            attacker.put("weapon_type_id", pilot.hull().weaponTypeId());
            attacker.put("damage_done", damage);
            attacker.put("final_blow", i == 0);
            attacker.put("security_status", decimal(dice.nextDouble(-10, 5), 1));
            attackers.add(attacker);
        }
        return attackers;
    }

    private static ObjectNode combatant(DemoPilot pilot) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("character_id", pilot.characterId());
        node.put("corporation_id", pilot.corporationId());
        if (pilot.allianceId() != 0) {
            node.put("alliance_id", pilot.allianceId());
        }
        node.put("ship_type_id", pilot.hull().typeId());
        return node;
    }

    private ObjectNode zkb(String hash) {
        double total = kill.victim().hull().price() * dice.nextDouble(0.9, 1.6);
        double dropped = total * dice.nextDouble(DROP_SHARE);
        boolean awox =
                kill.victim().corporationId() == kill.attackers().getFirst().corporationId();
        ObjectNode zkb = JsonNodeFactory.instance.objectNode();
        zkb.put("hash", hash);
        zkb.put("fittedValue", decimal(total, 2));
        zkb.put("droppedValue", decimal(dropped, 2));
        zkb.put("destroyedValue", decimal(total - dropped, 2));
        zkb.put("totalValue", decimal(total, 2));
        zkb.put("points", 1 + dice.nextInt(40));
        zkb.put("npc", false);
        zkb.put("solo", kill.attackers().size() == 1 && kill.victim().hull() != DemoHull.CAPSULE);
        zkb.put("awox", awox);
        zkb.put("attackerCount", kill.attackers().size());
        zkb.putArray("labels").add("pvp").add("cat:6");
        return zkb;
    }

    /** As CCP computes it: over victim, final blow, hull and time. */
    private String hash() {
        long fileTime = (at.getEpochSecond() + FILE_TIME_EPOCH) * TICKS_PER_SECOND;
        String text =
                "" + kill.victim().characterId() + kill.attackers().getFirst().characterId()
                        + kill.victim().hull().typeId() + fileTime;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }

    private static BigDecimal decimal(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
    }
}
