package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleEvent;

/** An event with its place in the history of its battle, from 0. */
record BattleFact(long sequence, BattleEvent event) {

    String battleId() {
        return event.battleId();
    }
}
