package io.battlescope.projection.battle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.killmail.Victim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Killmails of battles as the tables keep them. */
final class StoredMail {

    private static final ObjectReader VICTIM = MessageJson.mapper().readerFor(Victim.class);
    private static final ObjectReader ATTACKERS =
            MessageJson.mapper().readerFor(new TypeReference<List<Attacker>>() {});

    private StoredMail() {}

    /** A killmail with the value it has now, for counting: why it is in its battle is left out. */
    static BattleKillmail read(ResultSet row) throws SQLException {
        try {
            return new BattleKillmail(
                    row.getLong("killmail_id"),
                    row.getTimestamp("occurred_at").toInstant(),
                    row.getTimestamp("received_at").toInstant(),
                    VICTIM.readValue(row.getString("victim")),
                    ATTACKERS.readValue(row.getString("attackers")),
                    // whether every item had a price is of no account for sums
                    new KillmailValue(row.getBigDecimal("isk"), row.getString("value_source"), true),
                    null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Killmail " + row.getLong("killmail_id") + " in table battle_mail cannot be read", e);
        }
    }
}
