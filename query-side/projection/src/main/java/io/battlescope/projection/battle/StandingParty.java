package io.battlescope.projection.battle;

import io.battlescope.api.battle.PartySide;

/** Where a party of a battle stands. */
record StandingParty(String battleId, PartySide side) {

    InBattle key() {
        return new InBattle(battleId, side.party().id());
    }

    /** Without a side and without a pin a party is as good as never told. */
    boolean isTold() {
        return side.sideId() != null || side.pinned();
    }
}
