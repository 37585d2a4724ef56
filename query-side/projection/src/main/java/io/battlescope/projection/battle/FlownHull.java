package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.Attacker;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What some mails of a battle say of one pilot in one hull.
 *
 * @param kills mails with the pilot attacking in it, each once
 * @param losses mails on which the pilot lost it
 * @param lastAttackAt time of the latest attack in it; {@code null} for none
 * @param lastLossAt time of the latest loss of it; {@code null} for none
 */
record FlownHull(Key key, int kills, int losses, Instant lastAttackAt, Instant lastLossAt) {

    /** Stands for an attacker without a hull on the mail. */
    private static final int NO_HULL = 0;

    record Key(String battleId, long characterId, int hullTypeId) {}

    /** The hulls flown on one mail. */
    static Collection<FlownHull> on(BattleKillmail mail, String battleId) {
        Map<Key, FlownHull> hulls = new HashMap<>();
        for (Attacker attacker : mail.attackers()) {
            if (attacker.isPilot()) {
                int hull = attacker.hullTypeId() == null ? NO_HULL : attacker.hullTypeId();
                Key key = new Key(battleId, attacker.characterId(), hull);
                hulls.put(key, new FlownHull(key, 1, 0, mail.occurredAt(), null));
            }
        }
        if (mail.victim().isPilot()) {
            Key key =
                    new Key(battleId, mail.victim().characterId(), mail.victim().hullTypeId());
            hulls.merge(key, new FlownHull(key, 0, 1, null, mail.occurredAt()), FlownHull::plus);
        }
        return hulls.values();
    }

    FlownHull plus(FlownHull other) {
        return new FlownHull(
                key,
                kills + other.kills,
                losses + other.losses,
                later(lastAttackAt, other.lastAttackAt),
                later(lastLossAt, other.lastLossAt));
    }

    private static Instant later(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
