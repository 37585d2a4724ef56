package io.battlescope.command.battle;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.killmail.Victim;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What a battle's killmails add up to. Sums, counts, minima and maxima only, so that the order of the killmails is of no
 * account, and so that a killmail can be taken out again.
 *
 * @param startTime the earliest kill; after taking killmails out {@link Battle} says which one that is
 * @param pilots the player characters seen on the mails, each with the number of mails
 * @param pilotLosses what each pilot lost, for telling a capsule that follows a ship from one that is a loss of its own
 */
public record Tally(
        int killCount,
        int lossCount,
        BigDecimal iskDestroyed,
        int unvaluedKillCount,
        Instant startTime,
        Instant endTime,
        PMap<Long, Integer> pilots,
        PMap<Long, PilotLosses> pilotLosses) {

    static final Tally EMPTY =
            new Tally(0, 0, new BigDecimal("0.00"), 0, null, null, HashTreePMap.empty(), HashTreePMap.empty());

    Tally plus(BattleKillmail mail) {
        Instant at = mail.occurredAt();
        return counting(mail, 1)
                .during(
                        startTime == null || at.isBefore(startTime) ? at : startTime,
                        endTime == null || at.isAfter(endTime) ? at : endTime);
    }

    /** Without a killmail that was counted, with the value that was counted; the times stay. */
    Tally minus(BattleKillmail mail) {
        return counting(mail, -1);
    }

    Tally during(Instant start, Instant end) {
        return new Tally(killCount, lossCount, iskDestroyed, unvaluedKillCount, start, end, pilots, pilotLosses);
    }

    Tally revalued(KillmailValue before, KillmailValue after) {
        return new Tally(
                killCount,
                lossCount,
                iskDestroyed.subtract(isk(before)).add(isk(after)),
                unvaluedKillCount - unvalued(before) + unvalued(after),
                startTime,
                endTime,
                pilots,
                pilotLosses);
    }

    private Tally counting(BattleKillmail mail, int times) {
        Victim victim = mail.victim();
        PMap<Long, PilotLosses> losses = pilotLosses;
        int counted = times;
        if (victim.isPilot()) {
            PilotLosses before = pilotLosses.getOrDefault(victim.characterId(), PilotLosses.NONE);
            PilotLosses after = times > 0
                    ? before.plus(victim.capsule(), victim.isShip())
                    : before.minus(victim.capsule(), victim.isShip());
            losses = after.equals(PilotLosses.NONE)
                    ? pilotLosses.minus(victim.characterId())
                    : pilotLosses.plus(victim.characterId(), after);
            counted = after.count() - before.count();
        }
        BigDecimal isk = isk(mail.value());
        return new Tally(
                killCount + times,
                lossCount + counted,
                times > 0 ? iskDestroyed.add(isk) : iskDestroyed.subtract(isk),
                unvaluedKillCount + times * unvalued(mail.value()),
                startTime,
                endTime,
                pilots(mail, times),
                losses);
    }

    private PMap<Long, Integer> pilots(BattleKillmail mail, int times) {
        Set<Long> onMail = new HashSet<>();
        if (mail.victim().isPilot()) {
            onMail.add(mail.victim().characterId());
        }
        mail.attackers().stream()
                .filter(Attacker::isPilot)
                .map(Attacker::characterId)
                .forEach(onMail::add);
        PMap<Long, Integer> seen = pilots;
        for (Long pilot : onMail) {
            int mails = seen.getOrDefault(pilot, 0) + times;
            seen = mails == 0 ? seen.minus(pilot) : seen.plus(pilot, mails);
        }
        return seen;
    }

    private static BigDecimal isk(KillmailValue value) {
        return value.isKnown() ? value.isk() : BigDecimal.ZERO;
    }

    private static int unvalued(KillmailValue value) {
        return value.isKnown() ? 0 : 1;
    }

    BattleTotals totals() {
        return new BattleTotals(
                killCount, lossCount, pilots.size(), iskDestroyed, unvaluedKillCount, startTime, endTime);
    }
}
