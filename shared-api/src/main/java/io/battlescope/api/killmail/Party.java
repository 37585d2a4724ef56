package io.battlescope.api.killmail;

import java.util.Optional;

/**
 * The unit that fights as one: the alliance named on the mail, else the player corporation, else (for members of an NPC
 * corporation, who are no group) the character alone. NPCs and faction militias are no party. A structure stands for its
 * owner, which is what the same rule gives for a combatant without a character.
 *
 * <p>Ids of alliances, corporations and characters never collide in EVE, so the id alone identifies a party.
 */
public record Party(PartyKind kind, long id) {

    /** NPC corporations: 1,000,000 to 1,999,999 (CCP's id ranges). */
    private static final long FIRST_NPC_CORPORATION = 1_000_000;

    private static final long LAST_NPC_CORPORATION = 1_999_999;
    /** NPC characters: 3,000,000 to 3,999,999 (CCP's id ranges). */
    private static final long FIRST_NPC_CHARACTER = 3_000_000;

    private static final long LAST_NPC_CHARACTER = 3_999_999;

    /** The party of one line of a mail; {@code null} or 0 means that the mail does not name such an entity. */
    public static Optional<Party> of(Long characterId, Long corporationId, Long allianceId) {
        if (isNamed(allianceId)) {
            return Optional.of(new Party(PartyKind.ALLIANCE, allianceId));
        }
        if (isNamed(corporationId) && !isNpcCorporation(corporationId)) {
            return Optional.of(new Party(PartyKind.CORPORATION, corporationId));
        }
        if (isPlayer(characterId)) {
            return Optional.of(new Party(PartyKind.CHARACTER, characterId));
        }
        return Optional.empty();
    }

    public static boolean isNpcCorporation(long corporationId) {
        return corporationId >= FIRST_NPC_CORPORATION && corporationId <= LAST_NPC_CORPORATION;
    }

    /** Whether the id names a character that a player flies. */
    public static boolean isPlayer(Long characterId) {
        return isNamed(characterId) && (characterId < FIRST_NPC_CHARACTER || characterId > LAST_NPC_CHARACTER);
    }

    private static boolean isNamed(Long id) {
        return id != null && id > 0;
    }
}
