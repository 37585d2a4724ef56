package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.killmail.Place;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import io.battlescope.projection.sql.JsonName;
import io.battlescope.projection.sql.Upsert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class BattleStore {

    private static final Upsert<Map.Entry<String, Long>> LAST_SEQUENCES = Upsert.<Map.Entry<String, Long>>into(
                    "aggregate_progress")
            .column("processor", "text", entry -> BattleProjection.NAME)
            .column("aggregate_id", "text", Map.Entry::getKey)
            .column("last_sequence", "int8", Map.Entry::getValue)
            .onConflict("(processor, aggregate_id) do update set last_sequence = excluded.last_sequence");

    private static final List<String> EMPTIED_TABLES =
            List.of("battle_killmail", "battle_participant", "battle_participant_hull", "battle_entity");

    private final JdbcTemplate jdbc;

    BattleStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    KnownBattles load(Collection<String> battleIds) {
        String[] ids = battleIds.toArray(String[]::new);
        Map<String, BattleState> states = new HashMap<>();
        jdbc.query(
                "select * from battle where battle_id = any(?)",
                row -> {
                    BattleState state = state(row);
                    states.put(state.battleId(), state);
                },
                (Object) ids);
        Map<String, Long> lastSequences = new HashMap<>();
        jdbc.query(
                "select aggregate_id, last_sequence from aggregate_progress where processor = ? and aggregate_id = any(?)",
                row -> {
                    lastSequences.put(row.getString("aggregate_id"), row.getLong("last_sequence"));
                },
                BattleProjection.NAME,
                ids);
        return new KnownBattles(states, lastSequences);
    }

    private static BattleState state(ResultSet row) throws SQLException {
        return new BattleState(
                row.getString("battle_id"),
                new Place(
                        row.getInt("system_id"),
                        row.getObject("constellation_id", Integer.class),
                        row.getObject("region_id", Integer.class),
                        JsonName.parse(SpaceType.class, row.getString("space_type")),
                        JsonName.parse(SecurityBand.class, row.getString("security_band"))),
                new LinkageRule(row.getInt("gap_seconds"), row.getInt("min_losses"), row.getInt("min_shared_parties")),
                row.getLong("opened_by_killmail_id"),
                new BattleTotals(
                        row.getInt("kill_count"),
                        row.getInt("loss_count"),
                        row.getInt("pilot_count"),
                        row.getBigDecimal("isk_destroyed"),
                        row.getInt("unvalued_kill_count"),
                        instant(row.getTimestamp("start_time")),
                        instant(row.getTimestamp("end_time"))),
                row.getString("merged_into"),
                row.getLong("version"));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    void write(BattleChanges changes) {
        empty(changes.emptied());
        BattleUpserts.BATTLES.write(jdbc, changes.battles());
        BattleUpserts.KILLMAILS.write(jdbc, changes.killmails());
        BattleUpserts.PARTICIPANTS.write(jdbc, changes.participants());
        BattleUpserts.HULLS.write(jdbc, changes.hulls());
        BattleUpserts.ENTITIES.write(jdbc, changes.entities());
        LAST_SEQUENCES.write(jdbc, changes.lastSequences().entrySet());
    }

    /** Before anything is written: what the batch itself put into other battles stays. */
    private void empty(Collection<String> battleIds) {
        if (battleIds.isEmpty()) {
            return;
        }
        String[] ids = battleIds.toArray(String[]::new);
        EMPTIED_TABLES.forEach(
                table -> jdbc.update("delete from " + table + " where battle_id = any(?)", (Object) ids));
    }

    void clear() {
        jdbc.execute("truncate battle, battle_killmail, battle_participant, battle_participant_hull, battle_entity");
    }
}
