package io.battlescope.view.killmail;

import io.battlescope.api.killmail.Party;
import io.battlescope.view.Rows;
import io.battlescope.view.name.EntityNames;
import io.battlescope.view.name.Names;
import io.battlescope.view.page.PageRequest;
import io.battlescope.view.page.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;

/**
 * Turns a row with a killmail's columns, {@code battle_id}, the victim's {@code side_id}, the columns of its attribution and the
 * {@code names} of everybody into a summary.
 */
final class KillmailRow implements RowMapper<KillmailSummary> {

    /** A battle that lives and holds the losses that its rule asks for. */
    static final String BATTLE_VISIBLE = "b.merged_into is null and b.loss_count >= b.min_losses";

    static final String ATTRIBUTION_COLUMNS =
            "a.linked_killmail_id, a.shared_party_id, a.shared_party_kind, a.gap_seconds, s.side_id";

    /** Finds the side of the victim of a battle's killmail {@code a}. */
    static final String SIDE =
            " left join battle_side s on s.battle_id = a.battle_id and s.party_id = a.victim_party_id";

    private static final int KEYS = 2;

    private final Names names;

    KillmailRow(Names names) {
        this.names = names;
    }

    @Override
    public KillmailSummary mapRow(ResultSet row, int number) throws SQLException {
        return summary(row, EntityNames.read(row));
    }

    KillmailSummary summary(ResultSet row, EntityNames entities) throws SQLException {
        int systemId = row.getInt("system_id");
        String battleId = row.getString("battle_id");
        return new KillmailSummary(
                row.getLong("killmail_id"),
                Rows.instant(row, "occurred_at"),
                systemId,
                names.system(systemId),
                battleId,
                victim(row, entities),
                row.getInt("attacker_count"),
                Rows.isk(row, "isk"),
                row.getString("value_source"),
                battleId == null ? null : Rows.intOrNull(row, "side_id"),
                battleId == null ? null : attribution(row, entities));
    }

    /** An array of the ids that a summary names, of a killmail's row that is placed by another row. */
    static String named(String killmail, String placed) {
        return Stream.of("character", "corporation", "alliance", "faction")
                .map(kind -> killmail + ".victim_" + kind + "_id, ")
                .collect(Collectors.joining("", "array[", placed + ".shared_party_id]"));
    }

    static Position position(KillmailSummary killmail) {
        return Position.of(killmail.occurredAt(), killmail.killmailId());
    }

    /** The parameters of a row comparison with where the page before ended; from {@code start} on the first page. */
    static Map<String, Object> after(PageRequest page, Instant start, long startId) {
        page.after().ifPresent(position -> position.requireKeys(KEYS));
        return Map.of(
                "afterTime",
                Rows.parameter(page.after().map(position -> position.instant(0)).orElse(start)),
                "afterId",
                page.after().map(position -> position.number(1)).orElse(startId));
    }

    private VictimView victim(ResultSet row, EntityNames entities) throws SQLException {
        int hull = row.getInt("hull_type_id");
        Long faction = Rows.longOrNull(row, "victim_faction_id");
        return new VictimView(
                entities.combatant(
                        Rows.longOrNull(row, "victim_character_id"),
                        Rows.longOrNull(row, "victim_corporation_id"),
                        Rows.longOrNull(row, "victim_alliance_id"),
                        Rows.party(row, "victim_party_kind", "victim_party_id")),
                faction,
                entities.name(faction),
                hull,
                names.type(hull),
                row.getBoolean("capsule"),
                row.getBoolean("structure"),
                row.getLong("damage_taken"));
    }

    private static AttributionView attribution(ResultSet row, EntityNames entities) throws SQLException {
        Party shared = Rows.party(row, "shared_party_kind", "shared_party_id");
        Long id = shared == null ? null : shared.id();
        return new AttributionView(
                row.getLong("linked_killmail_id"),
                id,
                shared == null ? null : shared.kind(),
                entities.name(id),
                entities.ticker(id),
                row.getInt("gap_seconds"));
    }
}
