package io.battlescope.command.battle;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.KillmailValue;
import java.time.Instant;

/**
 * What a battle remembers of a killmail that it counts, so that it can be taken out again and be given another value.
 *
 * @param at time of the kill (UTC)
 * @param value the value that is counted
 */
public record CountedKillmail(Instant at, KillmailValue value) {

    static CountedKillmail of(BattleKillmail mail) {
        return new CountedKillmail(mail.occurredAt(), mail.value());
    }

    /** The killmail with the value that is counted, whatever it is worth by now. */
    BattleKillmail asCounted(BattleKillmail mail) {
        return mail.worth(value);
    }
}
