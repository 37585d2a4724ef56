package io.battlescope.view.battle;

import io.battlescope.api.battle.PartySide;
import io.battlescope.view.JsonRows;
import io.battlescope.view.side.PartyRows;
import io.battlescope.view.side.SideFire;
import io.battlescope.view.side.SideHull;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Columns that hold a battle's lists as JSON, with what reads them. They refer to {@code battle b}; those about losses also to
 * a {@code loss}, which is one of the two forms of a battle's killmails.
 */
final class SideSql {

    /**
     * A battle's killmails, each with the victim's side and whether it counts: a capsule is no loss of its own when its pilot
     * also lost a ship (category 6, or a hull so new that static data lacks it) in the battle. Unmanned is what no player flew.
     */
    private static final String LOSS = """
            select bk.killmail_id, bk.occurred_at, bk.victim_party_kind, bk.victim_party_id, s.side_id, bk.hull_type_id, bk.isk,
                   not (bk.capsule and bk.victim_character_id is not null
                        and bool_or(not bk.capsule and not bk.structure and coalesce(m.hull_category_id, 6) = 6)
                            over (partition by bk.victim_character_id)) as counts,
                   bk.victim_character_id is null or bk.victim_character_id between 3000000 and 3999999 as unmanned
            from battle_killmail bk
            left join battle_mail m on m.killmail_id = bk.killmail_id
            left join battle_side s on s.battle_id = bk.battle_id and s.party_id = bk.victim_party_id
            where bk.battle_id =""";

    /** Begins a statement about one battle: its killmails are looked at once for all columns. */
    static final String WITH_LOSS = "with loss as materialized (" + LOSS + " :battleId) ";

    static final String STANDS = """
            (select json_agg(json_build_array(s.party_kind, s.party_id, s.side_id, s.pinned) order by s.party_id)
             from battle_side s where s.battle_id = b.battle_id and (s.side_id is not null or s.pinned)) as stands""";

    /** Pilots by party. */
    static final String PILOTS = """
            (select json_agg(json_build_array(p.party_kind, p.party_id, p.pilots))
             from (select p.party_kind, p.party_id, count(*) as pilots from battle_participant p
                   where p.battle_id = b.battle_id group by 1, 2) p) as pilots""";

    /** Losses by party, of a statement that begins {@link #WITH_LOSS}. */
    static final String LOSSES = losses("loss");

    /** The same for a statement about several battles. */
    static final String LOSSES_OF_EACH = losses("(" + LOSS + " b.battle_id) loss");

    /** Fire between sides, both ways, for battles of which only the sides are shown. */
    static final String FIRE_OF_EACH = """
            (select json_agg(json_build_array(f.low, f.high, f.own, f.kills_by_low, f.isk_by_low, f.kills_by_high, f.isk_by_high))
             from (select l.side_id as low, h.side_id as high, p.low = p.high as own, sum(p.kills_by_low) as kills_by_low,
                          sum(p.isk_by_low) as isk_by_low, sum(p.kills_by_high) as kills_by_high,
                          sum(p.isk_by_high) as isk_by_high
                   from battle_pair p
                   left join battle_side l on l.battle_id = p.battle_id and l.party_id = p.low
                   left join battle_side h on h.battle_id = p.battle_id and h.party_id = p.high
                   where p.battle_id = b.battle_id group by 1, 2, 3) f) as fire""";

    static final String HULLS = """
            (select json_agg(json_build_array(h.side_id, nullif(h.hull_type_id, 0), h.fielded, h.lost))
             from (select h.side_id, h.hull_type_id, sum(h.fielded) as fielded, sum(h.lost) as lost
                   from (select s.side_id, h.hull_type_id, 0 as lost,
                                sum(greatest(1, h.losses + case when h.last_attack_at > h.last_loss_at then 1 else 0 end))
                                    as fielded
                         from battle_participant_hull h
                         join battle_participant p on p.battle_id = h.battle_id and p.character_id = h.character_id
                         left join battle_side s on s.battle_id = p.battle_id and s.party_id = p.party_id
                         where h.battle_id = b.battle_id group by 1, 2
                         union all
                         select side_id, hull_type_id, count(*), count(*) filter (where unmanned)
                         from loss group by 1, 2) h
                   group by 1, 2) h) as hulls""";

    static final String TIMELINE = """
            (select json_agg(json_build_array(t.minute, t.side_id, t.kills, t.losses, t.isk))
             from (select date_trunc('minute', occurred_at) as minute, side_id, count(*) as kills,
                          count(*) filter (where counts) as losses, sum(isk) as isk
                   from loss group by 1, 2) t) as timeline""";

    /** A query for the ids of everybody who stands on a side, flew or lost something. */
    static final String PARTIES = """
            select s.party_id from battle_side s where s.battle_id = b.battle_id
            union select p.party_id from battle_participant p where p.battle_id = b.battle_id
            union select v.victim_party_id from battle_killmail v where v.battle_id = b.battle_id""";

    private SideSql() {}

    private static String losses(String from) {
        return """
            (select json_agg(json_build_array(l.victim_party_kind, l.victim_party_id, l.losses, l.isk))
             from (select victim_party_kind, victim_party_id, count(*) filter (where counts) as losses,
                          coalesce(sum(isk), 0) as isk
                   from %s group by 1, 2) l) as losses""".formatted(from);
    }

    static List<PartySide> stands(ResultSet row) throws SQLException {
        return JsonRows.read(row.getString("stands"), s -> new PartySide(s.party(0), s.numberOrNull(2), s.flag(3)));
    }

    static PartyRows parties(ResultSet row) throws SQLException {
        return new PartyRows(
                JsonRows.read(row.getString("losses"), l -> new PartyRows.Losses(l.party(0), l.number(2), l.isk(3))),
                JsonRows.read(row.getString("pilots"), p -> new PartyRows.Pilots(p.party(0), p.number(2))));
    }

    static Stream<SideFire> fire(ResultSet row) throws SQLException {
        return JsonRows.read(row.getString("fire"), Function.identity()).stream()
                .flatMap(SideSql::bothWays);
    }

    private static Stream<SideFire> bothWays(JsonRows.Row fire) {
        Integer low = fire.numberOrNull(0);
        Integer high = fire.numberOrNull(1);
        boolean own = fire.flag(2);
        return Stream.of(
                new SideFire(low, high, own, fire.number(3), fire.isk(4)),
                new SideFire(high, low, own, fire.number(5), fire.isk(6)));
    }

    static List<SideHull> hulls(ResultSet row) throws SQLException {
        return JsonRows.read(
                row.getString("hulls"),
                h -> new SideHull(h.numberOrNull(0), h.numberOrNull(1), h.number(2), h.number(3)));
    }

    static List<Timeline.Entry> timeline(ResultSet row) throws SQLException {
        return JsonRows.read(
                row.getString("timeline"),
                t -> new Timeline.Entry(t.instant(0), t.numberOrNull(1), t.number(2), t.number(3), t.isk(4)));
    }
}
