package io.battlescope.command.linkage;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of battles. A killmail is placed once, so the one that opens a battle names it for good. */
public final class BattleIds {

    private BattleIds() {}

    public static String openedBy(long killmailId) {
        return UUID.nameUUIDFromBytes(("battle opened by " + killmailId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
