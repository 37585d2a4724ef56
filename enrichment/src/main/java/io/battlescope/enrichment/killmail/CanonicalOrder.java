package io.battlescope.enrichment.killmail;

import io.battlescope.api.killmail.Attacker;
import java.util.Comparator;

/**
 * The order of attackers. Two fetches of one mail can list them differently, so the first criteria of the contract are followed
 * by everything else that can differ: equal mails then give equal bytes.
 */
final class CanonicalOrder {

    static final Comparator<Attacker> OF_ATTACKERS = Comparator.comparingLong(Attacker::damageDone)
            .reversed()
            .thenComparingLong(attacker -> orZero(attacker.characterId()))
            .thenComparingLong(attacker -> orZero(attacker.corporationId()))
            .thenComparingInt(attacker -> orZero(attacker.hullTypeId()))
            .thenComparingLong(attacker -> orZero(attacker.allianceId()))
            .thenComparingLong(attacker -> orZero(attacker.factionId()))
            .thenComparingInt(attacker -> orZero(attacker.weaponTypeId()))
            .thenComparing(Attacker::finalBlow);

    private CanonicalOrder() {}

    private static long orZero(Long id) {
        return id == null ? 0 : id;
    }

    private static int orZero(Integer id) {
        return id == null ? 0 : id;
    }
}
