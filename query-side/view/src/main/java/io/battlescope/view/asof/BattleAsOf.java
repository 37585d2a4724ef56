package io.battlescope.view.asof;

import io.battlescope.view.battle.BattleDetail;

/** What an id stood for at a time. */
public sealed interface BattleAsOf {

    /** A battle. */
    record Known(BattleDetail battle) implements BattleAsOf {}

    /** The battle had gone into another one by then. */
    record Merged(String intoBattleId) implements BattleAsOf {}

    /** The battle had been opened, but did not hold the losses that its rule asks for. */
    record TooFewLosses() implements BattleAsOf {}

    /** No battle had this id yet. */
    record NotYet() implements BattleAsOf {}
}
