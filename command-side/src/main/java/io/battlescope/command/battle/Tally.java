package io.battlescope.command.battle;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.Victim;
import java.math.BigDecimal;
import java.time.Instant;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * What a battle's killmails add up to. Sums, counts, minima and maxima only, so that the order of the killmails is of no
 * account.
 *
 * @param pilots the player characters seen on the mails
 * @param pilotLosses what each pilot lost, for telling a capsule that follows a ship from one that is a loss of its own
 */
public record Tally(
        int killCount,
        int lossCount,
        BigDecimal iskDestroyed,
        int unvaluedKillCount,
        Instant startTime,
        Instant endTime,
        PSet<Long> pilots,
        PMap<Long, PilotLosses> pilotLosses) {

    static final Tally EMPTY =
            new Tally(0, 0, new BigDecimal("0.00"), 0, null, null, HashTreePSet.empty(), HashTreePMap.empty());

    Tally plus(BattleKillmail mail) {
        Victim victim = mail.victim();
        PilotLosses before =
                victim.isPilot() ? pilotLosses.getOrDefault(victim.characterId(), PilotLosses.NONE) : PilotLosses.NONE;
        PilotLosses after = before.plus(victim.capsule(), victim.isShip());
        return new Tally(
                killCount + 1,
                lossCount + after.count() - before.count(),
                mail.value().isKnown() ? iskDestroyed.add(mail.value().isk()) : iskDestroyed,
                mail.value().isKnown() ? unvaluedKillCount : unvaluedKillCount + 1,
                startTime == null || mail.occurredAt().isBefore(startTime) ? mail.occurredAt() : startTime,
                endTime == null || mail.occurredAt().isAfter(endTime) ? mail.occurredAt() : endTime,
                plusPilots(mail),
                victim.isPilot() ? pilotLosses.plus(victim.characterId(), after) : pilotLosses);
    }

    private PSet<Long> plusPilots(BattleKillmail mail) {
        PSet<Long> seen = mail.victim().isPilot() ? pilots.plus(mail.victim().characterId()) : pilots;
        for (Attacker attacker : mail.attackers()) {
            if (attacker.isPilot()) {
                seen = seen.plus(attacker.characterId());
            }
        }
        return seen;
    }

    BattleTotals totals() {
        return new BattleTotals(
                killCount, lossCount, pilots.size(), iskDestroyed, unvaluedKillCount, startTime, endTime);
    }
}
