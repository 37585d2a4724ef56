package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.Victim;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Something a battle can be found by: everybody on its mails, owners of structures included, and every hull. */
record BattleEntity(String kind, long entityId, String battleId) {

    static Collection<BattleEntity> on(BattleKillmail mail, String battleId) {
        Set<BattleEntity> entities = new HashSet<>();
        Victim victim = mail.victim();
        add(entities, battleId, victim.characterId(), victim.corporationId(), victim.allianceId(), victim.hullTypeId());
        for (Attacker attacker : mail.attackers()) {
            add(
                    entities,
                    battleId,
                    attacker.characterId(),
                    attacker.corporationId(),
                    attacker.allianceId(),
                    attacker.hullTypeId());
        }
        return entities;
    }

    private static void add(
            Set<BattleEntity> entities,
            String battleId,
            Long character,
            Long corporation,
            Long alliance,
            Integer hull) {
        add(entities, "character", character, battleId);
        add(entities, "corporation", corporation, battleId);
        add(entities, "alliance", alliance, battleId);
        add(entities, "ship", hull == null ? null : Long.valueOf(hull), battleId);
    }

    private static void add(Set<BattleEntity> entities, String kind, Long id, String battleId) {
        // some mails carry 0 for "none"
        if (id != null && id > 0) {
            entities.add(new BattleEntity(kind, id, battleId));
        }
    }
}
