package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.killmail.Victim;
import java.time.Instant;
import java.util.List;

/** A killmail as a battle knows it, with the reason why it is there. Times are UTC. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BattleKillmail(
        long killmailId,
        Instant occurredAt,
        Instant receivedAt,
        Victim victim,
        List<Attacker> attackers,
        KillmailValue value,
        Attribution attribution) {

    public BattleKillmail {
        attackers = List.copyOf(attackers);
    }

    public static BattleKillmail of(EnrichedKillmail mail, Attribution attribution) {
        return new BattleKillmail(
                mail.killmailId(),
                mail.occurredAt(),
                mail.provenance().receivedAt(),
                mail.victim(),
                mail.attackers(),
                mail.value(),
                attribution);
    }

    /** The same killmail with another value. */
    public BattleKillmail worth(KillmailValue other) {
        return new BattleKillmail(killmailId, occurredAt, receivedAt, victim, attackers, other, attribution);
    }
}
