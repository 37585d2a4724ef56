package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What happened to a battle. {@code systemId} is the key on the topic, so that all battles of a solar system, mergers
 * included, keep their order.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface BattleEvent
        permits BattleOpened,
                KillmailsAttributed,
                KillmailsRemoved,
                KillmailsRevalued,
                SidesDrawn,
                OverlayChanged,
                OverlayUndone,
                RuleAdopted,
                BattleAbsorbed,
                BattleMerged,
                BattleReopened,
                BattleEnded,
                BattleResumed {

    String battleId();

    int systemId();
}
