package io.battlescope.view.asof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.killmail.Victim;
import io.battlescope.view.Rows;
import io.battlescope.view.battle.BattleHeader;
import io.battlescope.view.battle.BattlePicture;
import io.battlescope.view.history.Told;
import io.battlescope.view.name.EntityNames;
import io.battlescope.view.name.Names;
import io.battlescope.view.side.Standing;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells a battle anew from its history up to a time. Three statements, though not of one moment: the history of the past and what
 * killmails say do not change.
 */
public final class BattleAsOfHandler {

    /** Up to the first event that is later, for a clock that was set back must not leave a hole in the history. */
    private static final String UNTIL = "h.battle_id = :battleId and h.sequence < coalesce((select min(l.sequence)"
            + " from battle_history l where l.battle_id = :battleId and l.at > :at), 9223372036854775807)";

    private static final String HISTORY =
            "select h.sequence, h.kind, h.data from battle_history h where " + UNTIL + " order by h.sequence";

    private static final String MAILS = """
            select m.killmail_id, m.occurred_at, m.received_at, m.victim, m.attackers from battle_mail m
            where m.killmail_id in (
                select (k ->> 'killmailId')::bigint
                from battle_history h cross join lateral jsonb_array_elements(h.data -> 'killmails') k
                where h.kind = 'KillmailsAttributed' and %s)
            """.formatted(UNTIL);

    /** Names are those of today. */
    private static final String NAMES = "select " + EntityNames.column(":ids");

    private static final TypeReference<List<Attacker>> ATTACKERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Names names;

    public BattleAsOfHandler(JdbcClient jdbc, Names names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    @QueryHandler
    public BattleAsOf handle(FindBattleAsOf question) {
        PastBattle battle = new PastBattle();
        ask(HISTORY, question)
                .query((ResultSet row) ->
                        battle.next(row.getLong("sequence"), Told.read(row.getString("kind"), row.getString("data"))));
        if (!battle.isOpened()) {
            return new BattleAsOf.NotYet();
        }
        if (battle.mergedInto() != null) {
            return new BattleAsOf.Merged(battle.mergedInto());
        }
        if (!battle.hasEnoughLosses()) {
            return new BattleAsOf.TooFewLosses();
        }
        return new BattleAsOf.Known(picture(battle, mails(battle, question)).detail(names));
    }

    private JdbcClient.StatementSpec ask(String sql, FindBattleAsOf question) {
        return jdbc.sql(sql).param("battleId", question.battleId()).param("at", Rows.parameter(question.at()));
    }

    private PastMails mails(PastBattle battle, FindBattleAsOf question) {
        Map<Long, Optional<BigDecimal>> held = battle.killmails();
        return new PastMails(ask(MAILS, question)
                .query((row, number) -> {
                    Optional<BigDecimal> isk = held.get(row.getLong("killmail_id"));
                    // it had left the battle again
                    return isk == null ? Optional.<BattleKillmail>empty() : Optional.of(mail(row, isk.orElse(null)));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    private static BattleKillmail mail(ResultSet row, BigDecimal isk) throws SQLException {
        try {
            return new BattleKillmail(
                    row.getLong("killmail_id"),
                    Rows.instant(row, "occurred_at"),
                    Rows.instant(row, "received_at"),
                    MessageJson.mapper().readValue(row.getString("victim"), Victim.class),
                    MessageJson.mapper().readValue(row.getString("attackers"), ATTACKERS),
                    new KillmailValue(isk, "history", false),
                    null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Query DB holds a killmail that nobody can read", e);
        }
    }

    private BattlePicture picture(PastBattle battle, PastMails mails) {
        Standing standing = new Standing(battle.sides());
        EntityNames entities = jdbc.sql(NAMES)
                .param("ids", mails.named(battle.sides()))
                .query((row, number) -> EntityNames.read(row))
                .single();
        return new BattlePicture(
                header(battle),
                battle.sides(),
                mails.parties(),
                mails.pairs(),
                mails.partyRows(),
                mails.hulls(standing),
                battle.overlay(),
                mails.minutes(standing),
                mails.topLosses(names, entities),
                entities);
    }

    private BattleHeader header(PastBattle battle) {
        return BattleHeader.of(
                battle.opened(),
                battle.title(),
                battle.status(),
                battle.totals(),
                battle.rule(),
                battle.version(),
                names);
    }
}
