package io.battlescope.view.killmail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.view.Rows;
import io.battlescope.view.name.EntityNames;
import io.battlescope.view.name.JsonNames;
import io.battlescope.view.name.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows a killmail with its attackers. */
public final class KillmailHandler {

    private static final String NAMED = """
            %s || array(
                select distinct (attacker.line ->> id.key)::bigint
                from jsonb_array_elements(k.attackers) attacker(line)
                cross join unnest(array['characterId', 'corporationId', 'allianceId', 'factionId']) id(key))
            """.formatted(KillmailRow.named("k", "a"));

    private static final String SQL = "select k.*, b.battle_id, " + KillmailRow.ATTRIBUTION_COLUMNS + ", "
            + EntityNames.column(NAMED)
            + ", greatest(k.projected_at, a.projected_at, b.updated_at) as changed_at"
            + " from killmail k left join battle_killmail a on a.killmail_id = k.killmail_id"
            + " left join battle b on b.battle_id = a.battle_id and " + KillmailRow.BATTLE_VISIBLE
            + KillmailRow.SIDE
            + " where k.killmail_id = :killmailId";

    private static final TypeReference<List<Attacker>> ATTACKERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Names names;
    private final KillmailRow rows;

    public KillmailHandler(JdbcClient jdbc, Names names) {
        this.jdbc = jdbc;
        this.names = names;
        this.rows = new KillmailRow(names);
    }

    @QueryHandler
    public Optional<KillmailDetail> handle(FindKillmail question) {
        return jdbc.sql(SQL)
                .param("killmailId", question.killmailId())
                .query(this::detail)
                .optional();
    }

    private KillmailDetail detail(ResultSet row, int number) throws SQLException {
        Integer constellationId = Rows.intOrNull(row, "constellation_id");
        Integer regionId = Rows.intOrNull(row, "region_id");
        Names.PlaceNames place = names.place(row.getInt("system_id"), constellationId, regionId);
        EntityNames entities = EntityNames.read(row);
        return new KillmailDetail(
                rows.summary(row, entities),
                row.getString("hash"),
                constellationId,
                place.constellation(),
                regionId,
                place.region(),
                JsonNames.spaceType(row.getString("space_type")),
                JsonNames.securityBand(row.getString("security_band")),
                row.getBoolean("value_complete"),
                row.getString("source"),
                Rows.instant(row, "received_at"),
                attackers(row.getString("attackers"), entities),
                Rows.instant(row, "changed_at"),
                entities.fingerprint());
    }

    private List<AttackerView> attackers(String json, EntityNames entities) {
        try {
            return MessageJson.mapper().readValue(json, ATTACKERS).stream()
                    .map(attacker -> AttackerView.of(attacker, names, entities))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Query DB holds attackers that nobody can read", e);
        }
    }
}
