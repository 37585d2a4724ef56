package io.battlescope.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleEnded;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleReopened;
import io.battlescope.api.battle.BattleResumed;
import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.KillmailsRemoved;
import io.battlescope.api.battle.KillmailsRevalued;
import io.battlescope.api.battle.OverlayChanged;
import io.battlescope.api.battle.OverlayUndone;
import io.battlescope.api.battle.RuleAdopted;
import io.battlescope.api.battle.SidesDrawn;
import java.time.Instant;
import java.util.List;

/**
 * What became of a battle, for everybody who follows battles; value of topic {@code battle.lifecycle}, keyed by battle. One event
 * of the battle makes one message, so that {@code battleId} and {@code sequence} name it: the same message can be told more than
 * once, and a sequence that was seen already can be passed over.
 *
 * @param schemaVersion version of the contract; fields and changes can be added without a new one
 * @param sequence number of the battle's event, from 0; within a battle it only grows
 * @param at when we learnt of it (our clock, UTC)
 * @param changes what changed and why; one unless killmails came partly in time and partly late
 * @param intoBattleId the survivor; only of {@code battle.merged}
 * @param totals the battle's totals from now on; {@code null} when the change has no bearing on them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LifecycleMessage(
        int schemaVersion,
        LifecycleType type,
        String battleId,
        int systemId,
        long sequence,
        Instant at,
        List<Change> changes,
        String intoBattleId,
        BattleTotals totals) {

    public static final int SCHEMA_VERSION = 1;

    public LifecycleMessage {
        changes = List.copyOf(changes);
    }

    /**
     * The message that an event makes.
     *
     * @param sequence the event's number in its battle, from 0
     * @param at the event's time (UTC)
     */
    public static LifecycleMessage of(BattleEvent event, long sequence, Instant at) {
        Told told = tell(event, sequence);
        return new LifecycleMessage(
                SCHEMA_VERSION,
                told.type(),
                event.battleId(),
                event.systemId(),
                sequence,
                at,
                told.changes(),
                event instanceof BattleMerged merged ? merged.intoBattleId() : null,
                told.totals());
    }

    private static Told tell(BattleEvent event, long sequence) {
        return switch (event) {
            case BattleOpened opened ->
                new Told(
                        LifecycleType.CREATED,
                        List.of(new Change.Opening(opened.place(), opened.rule(), opened.openedByKillmailId())),
                        null);
            case BattleEnded ended ->
                new Told(
                        LifecycleType.ENDED,
                        List.of(new Change.Quiet(ended.feedTime(), ended.quietSeconds())),
                        ended.totals());
            case BattleMerged merged ->
                new Told(LifecycleType.MERGED, List.of(new Change.Merge(merged.becauseOfKillmailId(), null)), null);
            case KillmailsAttributed added ->
                new Told(LifecycleType.UPDATED, Changes.of(added, sequence), added.totals());
            case KillmailsRemoved removed -> updated(Changes.of(removed), removed.totals());
            case KillmailsRevalued revalued -> updated(Changes.of(revalued), revalued.totals());
            case BattleResumed resumed -> updated(new Change.Resumed(resumed.feedTime()), resumed.totals());
            case SidesDrawn drawn -> updated(new Change.Sides(drawn.sideCount(), drawn.changes()));
            case OverlayChanged changed -> updated(Changes.of(changed));
            case OverlayUndone undone -> updated(Changes.of(undone));
            case RuleAdopted adopted -> updated(new Change.Rule(adopted.actId(), adopted.rule()));
            case BattleAbsorbed absorbed ->
                updated(new Change.Merge(absorbed.becauseOfKillmailId(), absorbed.absorbedBattleId()));
            case BattleReopened reopened -> updated(new Change.Reopened(reopened.actId()));
        };
    }

    private static Told updated(Change change) {
        return updated(change, null);
    }

    private static Told updated(Change change, BattleTotals totals) {
        return new Told(LifecycleType.UPDATED, List.of(change), totals);
    }

    private record Told(LifecycleType type, List<Change> changes, BattleTotals totals) {}
}
