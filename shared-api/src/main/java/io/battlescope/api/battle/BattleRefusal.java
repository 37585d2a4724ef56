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
    KILLMAILS_MISSING,
    /** The battle has changed since the version that the admin saw. */
    VERSION_STALE,
    /** No killmail of the battle names the party. */
    PARTY_NOT_IN_BATTLE,
    /** The killmail is in another battle, or in none. */
    KILLMAIL_NOT_IN_BATTLE,
    /** What the act names left the battle when it was split. */
    BATTLE_SPLIT,
    /** The killmail is excluded already. */
    KILLMAIL_EXCLUDED,
    /** The killmail is not excluded. */
    KILLMAIL_NOT_EXCLUDED,
    /** The battle has no side of this number. */
    SIDE_UNKNOWN,
    /** A party cannot be put on its own side by naming itself. */
    PARTY_IS_ITSELF,
    /** The cut would leave one part empty. */
    SPLIT_CUTS_NOTHING,
    /** The killmails stay linked whatever the cut, because an admin merged them or nothing else holds them apart. */
    ACT_CHANGES_NOTHING,
    /** The battle knows no act of this id. */
    ACT_UNKNOWN,
    /** The act has been taken back already. */
    ACT_UNDONE,
    /** A title has at most 120 characters, a note and a reason 2,000; a note and a reason are not empty. */
    TEXT_INVALID
}
