package io.battlescope.api.battle;

/** What can be asked of a battle. Every command is idempotent: doing it twice changes nothing the second time. */
public sealed interface BattleCommand
        permits OpenBattle,
                AttributeKillmails,
                AbsorbBattle,
                MergeBattle,
                ReleaseKillmails,
                RevalueKillmails,
                ReopenBattle,
                AdoptRule,
                ChangeOverlay,
                AdoptOverlay,
                ReviewActivity {

    String battleId();
}
