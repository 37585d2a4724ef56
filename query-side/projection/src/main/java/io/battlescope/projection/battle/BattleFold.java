package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleEnded;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleReopened;
import io.battlescope.api.battle.BattleResumed;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.KillmailsRemoved;
import io.battlescope.api.battle.KillmailsRevalued;
import io.battlescope.api.battle.OverlayChanged;
import io.battlescope.api.battle.OverlayUndone;
import io.battlescope.api.battle.RuleAdopted;
import io.battlescope.api.battle.SidesDrawn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From what is known and a batch of events to what changes; a pure function. */
final class BattleFold {

    private final Map<String, BattleState> states;
    private final Map<String, Long> lastSequences;
    private final BattleChanges changes = new BattleChanges();

    private BattleFold(KnownBattles known) {
        this.states = new HashMap<>(known.states());
        this.lastSequences = new HashMap<>(known.lastSequences());
    }

    static BattleChanges fold(List<BattleFact> facts, KnownBattles known) {
        BattleFold fold = new BattleFold(known);
        facts.forEach(fold::next);
        return fold.changes;
    }

    private void next(BattleFact fact) {
        long last = lastSequences.getOrDefault(fact.battleId(), -1L);
        if (fact.sequence() <= last) {
            // published again after a crash of the publisher, at a higher offset
            return;
        }
        if (fact.sequence() != last + 1) {
            throw new BattleHistoryGapException(fact.battleId(), last, fact.sequence());
        }
        note(fact);
        BattleState state = state(fact).at(fact.sequence());
        lastSequences.put(fact.battleId(), fact.sequence());
        states.put(fact.battleId(), state);
        changes.handled(fact, state);
    }

    /** What the event does to the rows that hang on the battle. */
    private void note(BattleFact fact) {
        switch (fact.event()) {
            case BattleOpened event -> changes.opened();
            case KillmailsAttributed event -> changes.placed(event);
            case KillmailsRemoved event -> changes.removed(event);
            case KillmailsRevalued event -> changes.revalued(event);
            case SidesDrawn event -> changes.sidesDrawn(event);
            case OverlayChanged event -> changes.overlay().changed(event);
            case OverlayUndone event -> changes.overlay().undone(event);
            case BattleMerged event -> changes.emptied(event.battleId());
            // killmails that are taken over, or come back, follow as attributed to this battle
            case BattleAbsorbed event -> {}
            case BattleReopened event -> {}
            case RuleAdopted event -> {}
            case BattleEnded event -> {}
            case BattleResumed event -> {}
        }
    }

    private BattleState state(BattleFact fact) {
        return switch (fact.event()) {
            case BattleOpened event -> BattleState.opened(event);
            case KillmailsAttributed event -> known(fact).withTotals(event.totals());
            case KillmailsRemoved event -> known(fact).withTotals(event.totals());
            case KillmailsRevalued event -> known(fact).withTotals(event.totals());
            case SidesDrawn event -> known(fact).withSides(event.sideCount());
            case RuleAdopted event -> known(fact).withRule(event.rule());
            case BattleMerged event -> known(fact).merged(event);
            case BattleReopened event -> known(fact).reopened();
            case BattleEnded event -> known(fact).ended(true);
            case BattleResumed event -> known(fact).ended(false);
            case OverlayChanged event -> known(fact);
            case OverlayUndone event -> known(fact);
            case BattleAbsorbed event -> known(fact);
        };
    }

    private BattleState known(BattleFact fact) {
        BattleState state = states.get(fact.battleId());
        if (state == null) {
            throw new IllegalStateException("Battle " + fact.battleId() + " has event " + fact.sequence()
                    + " but was never opened: its row is missing");
        }
        return state;
    }
}
