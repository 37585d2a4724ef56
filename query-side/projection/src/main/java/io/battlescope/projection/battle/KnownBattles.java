package io.battlescope.projection.battle;

import java.util.Map;

/**
 * What the tables say of the battles in a batch.
 *
 * @param states rows by battle id
 * @param lastSequences the last event handled by battle id
 */
record KnownBattles(Map<String, BattleState> states, Map<String, Long> lastSequences) {

    static final KnownBattles NONE = new KnownBattles(Map.of(), Map.of());
}
