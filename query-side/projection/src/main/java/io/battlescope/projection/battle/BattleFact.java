package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleEvent;
import java.time.Instant;

/**
 * An event with its place in the history of its battle, from 0.
 *
 * @param at when the command side told it (our clock, UTC)
 */
record BattleFact(long sequence, Instant at, BattleEvent event) {

    String battleId() {
        return event.battleId();
    }
}
