package io.battlescope.api.battle;

import io.battlescope.api.killmail.KillmailValue;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Killmails of the battle are worth something else than was known before.
 *
 * @param revaluations one for each killmail whose value changed
 * @param totals the battle's totals with the new values
 */
@Revision("1")
public record KillmailsRevalued(String battleId, int systemId, List<Revaluation> revaluations, BattleTotals totals)
        implements BattleEvent {

    public KillmailsRevalued {
        revaluations = List.copyOf(revaluations);
    }

    /**
     * A killmail with its new value.
     *
     * @param killmail as the battle knows it now
     * @param before the value that was counted until now
     */
    public record Revaluation(BattleKillmail killmail, KillmailValue before) {}
}
