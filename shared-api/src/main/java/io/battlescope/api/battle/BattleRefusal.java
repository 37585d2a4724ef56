package io.battlescope.api.battle;

/** Why a command was refused; stable codes. */
public enum BattleRefusal {
    /** No battle has this id. */
    BATTLE_UNKNOWN,
    /** The battle went into another one. */
    BATTLE_MERGED,
    /** The battle already went into a different battle than the one named. */
    BATTLE_MERGED_ELSEWHERE,
    /** A battle cannot absorb or go into itself. */
    BATTLE_IS_ITSELF,
    /** The id is already used by a battle of another system. */
    BATTLE_OF_ANOTHER_SYSTEM,
    /** A battle is opened with killmails. */
    KILLMAILS_MISSING
}
