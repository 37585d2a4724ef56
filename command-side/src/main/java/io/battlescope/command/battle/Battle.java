package io.battlescope.command.battle;

import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.battle.KillmailsAttributed;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * A battle, as its events tell it. Immutable; its collections share structure, so that the 20,000th killmail costs what the
 * twentieth does.
 *
 * @param tally what the killmails add up to
 * @param absorbed ids of the battles it took in
 * @param mergedInto the battle it went into; {@code null} while it lives
 */
public record Battle(
        String battleId, int systemId, Tally tally, PSet<Long> killmailIds, PSet<String> absorbed, String mergedInto) {

    /** The battle that no event has told of yet. */
    public static final Battle NONE =
            new Battle(null, 0, Tally.EMPTY, HashTreePSet.empty(), HashTreePSet.empty(), null);

    public boolean exists() {
        return battleId != null;
    }

    public boolean isMerged() {
        return mergedInto != null;
    }

    public boolean holds(long killmailId) {
        return killmailIds.contains(killmailId);
    }

    public BattleTotals totals() {
        return tally.totals();
    }

    /** The battle after the event. Neither validates nor reads a clock: what happened has happened. */
    public Battle evolve(BattleEvent event) {
        return switch (event) {
            case BattleOpened e -> new Battle(e.battleId(), e.systemId(), tally, killmailIds, absorbed, null);
            case KillmailsAttributed e -> with(e);
            case BattleAbsorbed e ->
                new Battle(battleId, systemId, tally, killmailIds, absorbed.plus(e.absorbedBattleId()), mergedInto);
            // what it held is the survivor's now
            case BattleMerged e ->
                new Battle(battleId, systemId, Tally.EMPTY, HashTreePSet.empty(), absorbed, e.intoBattleId());
        };
    }

    private Battle with(KillmailsAttributed event) {
        Tally sum = tally;
        PSet<Long> ids = killmailIds;
        for (BattleKillmail mail : event.killmails()) {
            sum = sum.plus(mail);
            ids = ids.plus(mail.killmailId());
        }
        return new Battle(battleId, systemId, sum, ids, absorbed, mergedInto);
    }
}
