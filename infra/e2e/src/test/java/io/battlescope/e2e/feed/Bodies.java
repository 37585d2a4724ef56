package io.battlescope.e2e.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.battlescope.e2e.feed.Pilots.Pilot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Writes killmails as ESI does. */
final class Bodies {

    static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final int[] SHIPS = {587, 603, 24690, 17738, 11987, 23757};
    private static final int CAPSULE = 670;
    private static final int GOLDEN_CAPSULE = 33328;
    private static final int ASTRAHUS = 35832;
    private static final int NPC_FACTION = 500_010;
    private static final long FIRST_ID = 130_000_000;

    private final Random dice;
    private long next = FIRST_ID;

    Bodies(Random dice) {
        this.dice = dice;
    }

    ObjectNode shipLoss(int system, Instant time, Pilot victim, List<Pilot> attackers) {
        return mail(system, time, combatant(victim).put("ship_type_id", SHIPS[dice.nextInt(SHIPS.length)]), attackers);
    }

    ObjectNode capsuleLoss(int system, Instant time, Pilot victim, List<Pilot> attackers) {
        int capsule = dice.nextInt(5) == 0 ? GOLDEN_CAPSULE : CAPSULE;
        return mail(system, time, combatant(victim).put("ship_type_id", capsule), attackers);
    }

    /** A structure has an owner and no pilot. */
    ObjectNode structureLoss(int system, Instant time, Pilot owner, List<Pilot> attackers) {
        ObjectNode victim = combatant(new Pilot(0, owner.corporation(), owner.alliance()));
        return mail(system, time, victim.put("ship_type_id", ASTRAHUS), attackers);
    }

    /** An attacker that is no party: a pirate's ship. */
    static void addNpc(ObjectNode mail) {
        mail.withArray("attackers")
                .addObject()
                .put("faction_id", NPC_FACTION)
                .put("damage_done", 321)
                .put("final_blow", false)
                .put("security_status", 0)
                .put("ship_type_id", 17_000);
    }

    private ObjectNode mail(int system, Instant time, ObjectNode victim, List<Pilot> attackers) {
        ObjectNode mail = JSON.createObjectNode()
                .put("killmail_id", next++)
                .put("killmail_time", time.toString())
                .put("solar_system_id", system);
        victim.put("damage_taken", 1_000 + dice.nextInt(90_000)).putArray("items");
        mail.set("victim", victim);
        ArrayNode all = mail.putArray("attackers");
        for (Pilot attacker : attackers) {
            ObjectNode line = combatant(attacker)
                    .put("damage_done", dice.nextInt(5_000))
                    .put("final_blow", all.isEmpty())
                    .put("security_status", -1.5);
            if (dice.nextInt(12) > 0) {
                line.put("ship_type_id", SHIPS[dice.nextInt(SHIPS.length)]).put("weapon_type_id", 2_488);
            }
            all.add(line);
        }
        mail.putObject("zkb").put("totalValue", BigDecimal.valueOf(1_000_000 + dice.nextInt(900_000_000), 2));
        return mail.put("killmail_hash", String.format("%040x", next));
    }

    private static ObjectNode combatant(Pilot pilot) {
        ObjectNode line = JSON.createObjectNode();
        if (pilot.character() > 0) {
            line.put("character_id", pilot.character());
        }
        if (pilot.alliance() > 0) {
            line.put("alliance_id", pilot.alliance());
        }
        return line.put("corporation_id", pilot.corporation());
    }
}
