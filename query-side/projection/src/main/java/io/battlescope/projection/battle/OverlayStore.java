package io.battlescope.projection.battle;

import io.battlescope.projection.sql.JsonName;
import io.battlescope.projection.sql.JsonText;
import io.battlescope.projection.sql.Upsert;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where parties stand, and what admins did about a battle. */
final class OverlayStore {

    private static final Upsert<StandingParty> SIDES = Upsert.<StandingParty>into("battle_side")
            .column("battle_id", "text", StandingParty::battleId)
            .column("party_id", "int8", each -> each.side().party().id())
            .column(
                    "party_kind",
                    "text",
                    each -> JsonName.of(each.side().party().kind()))
            .column("side_id", "int4", each -> each.side().sideId())
            .column("pinned", "bool", each -> each.side().pinned())
            .onConflict("""
                    (battle_id, party_id) do update set
                        party_kind = excluded.party_kind, side_id = excluded.side_id, pinned = excluded.pinned""");

    private static final Upsert<StandingParty> NO_SIDES = Upsert.<StandingParty>rows()
            .column("battle_id", "text", StandingParty::battleId)
            .column("party_id", "int8", each -> each.side().party().id())
            .as("delete from battle_side s using :rows where s.battle_id = r.battle_id and s.party_id = r.party_id");

    private static final Upsert<AdminAct> ACTS = Upsert.<AdminAct>into("battle_overlay")
            .column("battle_id", "text", AdminAct::battleId)
            .column("act_id", "text", act -> act.entry().actId())
            .column("actor", "text", act -> act.entry().actor())
            .column("reason", "text", act -> act.entry().reason())
            .column("at", "timestamptz", act -> act.entry().at())
            .column("act", "jsonb", act -> JsonText.of(act.entry().act()))
            .column("undone_by", "text", AdminAct::undoneBy)
            .onConflict("""
                    (battle_id, act_id) do update set
                        actor = excluded.actor, reason = excluded.reason, at = excluded.at, act = excluded.act,
                        undone_by = excluded.undone_by""");

    private static final Upsert<Map.Entry<AdminAct.Key, String>> UNDONE = Upsert.<Map.Entry<AdminAct.Key, String>>rows()
            .column("battle_id", "text", each -> each.getKey().battleId())
            .column("act_id", "text", each -> each.getKey().actId())
            .column("undone_by", "text", Map.Entry::getValue)
            .as("update battle_overlay o set undone_by = r.undone_by from :rows"
                    + " where o.battle_id = r.battle_id and o.act_id = r.act_id");

    /** The latest act in force counts, and an empty title takes the title away. */
    private static final String TITLES = """
            update battle b set title = (
                select nullif(o.act ->> 'title', '') from battle_overlay o
                where o.battle_id = b.battle_id and o.undone_by is null and o.act ->> 'act' = 'setTitle'
                order by o.at desc, o.act_id collate "C" desc limit 1)
            where b.battle_id = any(?)""";

    private final JdbcTemplate jdbc;

    OverlayStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(Collection<StandingParty> sides, OverlayChanges overlay) {
        NO_SIDES.write(jdbc, told(sides, false));
        SIDES.write(jdbc, told(sides, true));
        ACTS.write(jdbc, overlay.acts());
        UNDONE.write(jdbc, overlay.undone().entrySet());
        nameAnew(overlay.battles());
    }

    private static List<StandingParty> told(Collection<StandingParty> sides, boolean told) {
        return sides.stream().filter(party -> party.isTold() == told).toList();
    }

    private void nameAnew(Set<String> battleIds) {
        if (!battleIds.isEmpty()) {
            jdbc.update(TITLES, (Object) battleIds.toArray(String[]::new));
        }
    }
}
