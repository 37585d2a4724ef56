package io.battlescope.enrichment.name;

import io.battlescope.api.entity.EntityKind;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.Victim;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ids on some killmails, each once, with what the killmails say that it is. NPC characters are left out: an agent's name is
 * not worth the error that it might cost.
 */
record Mentioned(Map<Long, EntityKind> kinds) {

    static Mentioned on(Collection<EnrichedKillmail> killmails) {
        Mentioned mentioned = new Mentioned(new TreeMap<>());
        for (EnrichedKillmail killmail : killmails) {
            Victim victim = killmail.victim();
            mentioned.add(victim.characterId(), victim.corporationId(), victim.allianceId(), victim.factionId());
            for (Attacker attacker : killmail.attackers()) {
                mentioned.add(
                        attacker.characterId(), attacker.corporationId(), attacker.allianceId(), attacker.factionId());
            }
        }
        return mentioned;
    }

    /** Those that many can be named of in one question. */
    List<Long> nameable() {
        return kinds.keySet().stream().filter(id -> !Party.isNpcCorporation(id)).toList();
    }

    /** They are asked one by one, so that none of them can spoil a question about a thousand others. */
    List<Long> npcCorporations() {
        return kinds.keySet().stream().filter(Party::isNpcCorporation).toList();
    }

    private void add(Long character, Long corporation, Long alliance, Long faction) {
        if (Party.isPlayer(character)) {
            add(character, EntityKind.CHARACTER);
        }
        add(corporation, EntityKind.CORPORATION);
        add(alliance, EntityKind.ALLIANCE);
        add(faction, EntityKind.FACTION);
    }

    private void add(Long id, EntityKind kind) {
        if (id != null && id > 0) {
            kinds.put(id, kind);
        }
    }
}
