package io.battlescope.command.battle;

import io.battlescope.api.battle.BattleCommand;
import io.battlescope.api.battle.BattleRefusal;
import io.battlescope.api.battle.BattleRefusedException;

/** What every command asks of its battle before it is obeyed. */
final class Refusals {

    private Refusals() {}

    static Battle existing(Battle battle, BattleCommand command) {
        if (!battle.exists()) {
            throw refused(BattleRefusal.BATTLE_UNKNOWN, command, "no such battle");
        }
        return battle;
    }

    static Battle living(Battle battle, BattleCommand command) {
        if (existing(battle, command).isMerged()) {
            throw refused(BattleRefusal.BATTLE_MERGED, command, "it went into " + battle.mergedInto());
        }
        return battle;
    }

    static BattleRefusedException refused(BattleRefusal refusal, BattleCommand command, String detail) {
        return new BattleRefusedException(
                refusal, command.battleId(), "battle " + command.battleId() + " refuses: " + detail);
    }
}
