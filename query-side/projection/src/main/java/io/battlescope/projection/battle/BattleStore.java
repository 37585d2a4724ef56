package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleKillmail;
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
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class BattleStore {

    /** What a battle that goes into another one leaves behind. */
    private static final List<String> TABLES = List.of(
            "battle_killmail",
            "battle_participant",
            "battle_participant_hull",
            "battle_entity",
            "battle_pair",
            "battle_side",
            "battle_overlay");

    private static final Upsert<Map.Entry<String, Long>> LAST_SEQUENCES = Upsert.<Map.Entry<String, Long>>into(
                    "aggregate_progress")
            .column("processor", "text", entry -> BattleProjection.NAME)
            .column("aggregate_id", "text", Map.Entry::getKey)
            .column("last_sequence", "int8", Map.Entry::getValue)
            .onConflict("(processor, aggregate_id) do update set last_sequence = excluded.last_sequence");

    private static final Upsert<InBattle> REMOVED = Upsert.<InBattle>rows()
            .column("killmail_id", "int8", InBattle::id)
            .column("battle_id", "text", InBattle::battleId)
            .as("delete from battle_killmail k using :rows"
                    + " where k.killmail_id = r.killmail_id and k.battle_id = r.battle_id");

    private static final Upsert<Map.Entry<InBattle, BattleKillmail>> REVALUED =
            Upsert.<Map.Entry<InBattle, BattleKillmail>>rows()
                    .column("killmail_id", "int8", each -> each.getKey().id())
                    .column("battle_id", "text", each -> each.getKey().battleId())
                    .column("isk", "numeric", each -> each.getValue().value().isk())
                    .column(
                            "value_source",
                            "text",
                            each -> each.getValue().value().source())
                    .as("update battle_killmail k set isk = r.isk, value_source = r.value_source from :rows"
                            + " where k.killmail_id = r.killmail_id and k.battle_id = r.battle_id");

    private final TallyStore tallies;
    private final OverlayStore overlay;
    private final JdbcTemplate jdbc;

    BattleStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.tallies = new TallyStore(jdbc);
        this.overlay = new OverlayStore(jdbc);
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
        return new KnownBattles(states, lastSequences(battleIds));
    }

    /** The last event handled of those battles that any was handled of. */
    Map<String, Long> lastSequences(Collection<String> battleIds) {
        Map<String, Long> lastSequences = new HashMap<>();
        jdbc.query(
                "select aggregate_id, last_sequence from aggregate_progress where processor = ? and aggregate_id = any(?)",
                row -> {
                    lastSequences.put(row.getString("aggregate_id"), row.getLong("last_sequence"));
                },
                BattleProjection.NAME,
                battleIds.toArray(String[]::new));
        return lastSequences;
    }

    List<Long> killmailsOf(String battleId) {
        return jdbc.queryForList("select killmail_id from battle_killmail where battle_id = ?", Long.class, battleId);
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
                row.getString("status").equals("ended"),
                row.getInt("side_count"),
                row.getString("merged_into"),
                row.getLong("version"));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    void write(BattleChanges changes) {
        // first what goes: what the batch itself put into other battles stays
        empty(changes.emptied());
        KillmailMoves killmails = changes.killmails();
        REMOVED.write(jdbc, killmails.removed());
        BattleUpserts.BATTLES.write(jdbc, changes.battles());
        BattleUpserts.MAILS.write(jdbc, killmails.facts());
        BattleUpserts.KILLMAILS.write(jdbc, killmails.placed());
        REVALUED.write(jdbc, killmails.revalued().entrySet());
        tallies.write(changes.tallies());
        overlay.write(changes.sides(), changes.overlay());
        BattleUpserts.HISTORY.write(jdbc, changes.history());
        LAST_SEQUENCES.write(jdbc, changes.lastSequences().entrySet());
    }

    private void empty(Collection<String> battleIds) {
        if (battleIds.isEmpty()) {
            return;
        }
        String[] ids = battleIds.toArray(String[]::new);
        TABLES.forEach(table -> jdbc.update("delete from " + table + " where battle_id = any(?)", (Object) ids));
    }

    List<String> tables() {
        return Stream.concat(
                        Stream.of("battle", "battle_mail", "battle_history", "aggregate_progress"), TABLES.stream())
                .toList();
    }

    void clear() {
        jdbc.execute("truncate battle, battle_mail, battle_history, " + String.join(", ", TABLES));
    }
}
