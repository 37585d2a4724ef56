package io.battlescope.view.battle;

import io.battlescope.api.battle.LinkageRule;
import io.battlescope.view.Rows;
import io.battlescope.view.name.JsonNames;
import io.battlescope.view.name.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;

/** Turns a row of {@code battle b} into a header. */
final class BattleRow implements RowMapper<BattleHeader> {

    /** Worded as the partial index behind the list is, so that the planner takes it. */
    static final String VISIBLE = "b.merged_into is null and b.loss_count >= b.min_losses";

    static final String COLUMNS = """
            b.battle_id, b.title, b.system_id, b.constellation_id, b.region_id, b.space_type, b.security_band, b.status,
            b.gap_seconds, b.min_losses, b.min_shared_parties, b.opened_by_killmail_id, b.kill_count, b.loss_count,
            b.pilot_count, b.isk_destroyed, b.unvalued_kill_count, b.start_time, b.end_time, b.version""";

    private static final Map<String, BattleStatus> STATUSES = JsonNames.byName(BattleStatus.values());

    private final Names names;

    BattleRow(Names names) {
        this.names = names;
    }

    @Override
    public BattleHeader mapRow(ResultSet row, int number) throws SQLException {
        int systemId = row.getInt("system_id");
        Integer constellationId = Rows.intOrNull(row, "constellation_id");
        Integer regionId = Rows.intOrNull(row, "region_id");
        Names.PlaceNames place = names.place(systemId, constellationId, regionId);
        Instant start = Rows.instant(row, "start_time");
        Instant end = Rows.instant(row, "end_time");
        int kills = row.getInt("kill_count");
        int unvalued = row.getInt("unvalued_kill_count");
        return new BattleHeader(
                row.getString("battle_id"),
                row.getString("title"),
                systemId,
                place.system(),
                constellationId,
                place.constellation(),
                regionId,
                place.region(),
                JsonNames.spaceType(row.getString("space_type")),
                JsonNames.securityBand(row.getString("security_band")),
                STATUSES.get(row.getString("status")),
                start,
                end,
                Duration.between(start, end).toSeconds(),
                kills,
                row.getInt("loss_count"),
                row.getInt("pilot_count"),
                BattleHeader.known(Rows.isk(row, "isk_destroyed"), unvalued, kills),
                unvalued,
                new LinkageRule(row.getInt("gap_seconds"), row.getInt("min_losses"), row.getInt("min_shared_parties")),
                row.getLong("opened_by_killmail_id"),
                row.getLong("version"));
    }
}
