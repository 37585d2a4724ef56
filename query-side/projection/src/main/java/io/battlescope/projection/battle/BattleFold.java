package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.KillmailsAttributed;
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
        BattleState state = apply(fact);
        lastSequences.put(fact.battleId(), fact.sequence());
        states.put(fact.battleId(), state);
        changes.handled(fact, state);
    }

    private BattleState apply(BattleFact fact) {
        return switch (fact.event()) {
            case BattleOpened event -> {
                changes.opened();
                yield BattleState.opened(event, fact.sequence());
            }
            case KillmailsAttributed event -> {
                event.killmails().forEach(mail -> changes.placed(event.battleId(), mail));
                yield known(fact).withTotals(event.totals(), fact.sequence());
            }
            // the killmails taken over follow as attributed to this battle
            case BattleAbsorbed event -> known(fact).at(fact.sequence());
            case BattleMerged event -> {
                changes.emptied(event.battleId());
                yield known(fact).merged(event, fact.sequence());
            }
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
