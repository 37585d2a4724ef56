package io.battlescope.projection.battle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.KillmailsRemoved;
import io.battlescope.api.battle.KillmailsRevalued;
import io.battlescope.api.battle.RemovalCause;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.projection.sql.JsonText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An event of a battle as its history shows it. Killmails are cut down to what the history and a battle of an earlier time need;
 * the rest of them never changes and is kept elsewhere.
 */
record HistoryEntry(String battleId, long sequence, Instant at, String kind, String data) {

    static HistoryEntry of(BattleFact fact) {
        return new HistoryEntry(
                fact.battleId(),
                fact.sequence(),
                fact.at(),
                fact.event().getClass().getSimpleName(),
                JsonText.of(data(fact)));
    }

    private static Object data(BattleFact fact) {
        return switch (fact.event()) {
            case KillmailsAttributed event -> new Killmails(brief(event.killmails()), event.totals(), null, null);
            case KillmailsRemoved event ->
                new Killmails(brief(event.killmails()), event.totals(), event.cause(), event.actId());
            case KillmailsRevalued event ->
                new Killmails(
                        event.revaluations().stream()
                                .map(each -> Brief.of(each.killmail(), each.before()))
                                .toList(),
                        event.totals(),
                        null,
                        null);
            default -> fact.event();
        };
    }

    private static List<Brief> brief(List<BattleKillmail> mails) {
        return mails.stream().map(mail -> Brief.of(mail, KillmailValue.UNKNOWN)).toList();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Killmails(List<Brief> killmails, BattleTotals totals, RemovalCause cause, String actId) {}

    /** Of a killmail that was valued anew, {@code before} is the value until then. ISK, missing while unknown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Brief(long killmailId, Instant occurredAt, BigDecimal isk, Long victimPartyId, BigDecimal before) {

        static Brief of(BattleKillmail mail, KillmailValue before) {
            return new Brief(
                    mail.killmailId(),
                    mail.occurredAt(),
                    mail.value().isk(),
                    mail.victim().party() == null ? null : mail.victim().party().id(),
                    before.isk());
        }
    }
}
