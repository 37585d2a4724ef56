package io.battlescope.command.attribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.api.json.MessageJson;
import io.battlescope.command.linkage.Corrections;
import io.battlescope.command.linkage.Corrections.Cut;
import io.battlescope.command.linkage.Corrections.PartyCut;
import io.battlescope.command.linkage.Corrections.TimeCut;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Corrections of admins that are in force, with what they mean for links. */
class Overlays {

    private final JdbcClient jdbc;

    Overlays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A correction that is in force, with the battle it belongs to now. */
    record InForce(String battleId, int systemId, OverlayEntry entry, LinkageEffect effect) {}

    void add(String battleId, int systemId, OverlayEntry entry, LinkageEffect effect) {
        LinkageEffect.Columns columns = effect.columns();
        jdbc.sql("""
            insert into overlay_act (act_id, battle_id, system_id, entry, linkage, from_at, to_at, parties, killmail_id,
                partner_id, asked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
            on conflict (battle_id, act_id) do nothing\
            """)
                .param(entry.actId())
                .param(battleId)
                .param(systemId)
                .param(json(entry))
                .param(columns.kind())
                .param(columns.from())
                .param(columns.to())
                .param(columns.parties() == null ? null : columns.parties().toArray(Long[]::new))
                .param(columns.killmailId() != null ? columns.killmailId() : excluded(entry.act()))
                .param(columns.partnerId())
                .param(entry.at().toString())
                .update();
    }

    private static Long excluded(OverlayAct act) {
        return act instanceof OverlayAct.ExcludeKillmail exclusion ? exclusion.killmailId() : null;
    }

    Optional<InForce> find(String battleId, String actId) {
        return jdbc.sql("select * from overlay_act where battle_id = ? and act_id = ?")
                .param(battleId)
                .param(actId)
                .query(Overlays::inForce)
                .optional();
    }

    void remove(String battleId, String actId) {
        jdbc.sql("delete from overlay_act where battle_id = ? and act_id = ?")
                .param(battleId)
                .param(actId)
                .update();
    }

    List<InForce> of(Collection<String> battleIds) {
        return jdbc.sql("select * from overlay_act where battle_id = any(?) order by asked_at, act_id")
                .param(battleIds.toArray(String[]::new))
                .query(Overlays::inForce)
                .list();
    }

    /** The acts belong to another battle, too. */
    void copy(String fromBattleId, Collection<String> actIds, String toBattleId) {
        jdbc.sql("""
            insert into overlay_act select act_id, ?, system_id, entry, linkage, from_at, to_at, parties, killmail_id,
                partner_id, asked_at from overlay_act where battle_id = ? and act_id = any(?)
            on conflict do nothing\
            """)
                .param(toBattleId)
                .param(fromBattleId)
                .param(actIds.toArray(String[]::new))
                .update();
    }

    void removeAll(String battleId) {
        jdbc.sql("delete from overlay_act where battle_id = ?").param(battleId).update();
    }

    /** What the acts in force mean for links in the systems. */
    Corrections corrections(Collection<Integer> systemIds) {
        List<LinkageEffect> effects = jdbc.sql(
                        "select * from overlay_act where system_id = any(?) and linkage is not null order by asked_at,"
                                + " act_id")
                .param(systemIds.toArray(Integer[]::new))
                .query((row, number) -> effect(row))
                .list();
        return effects.isEmpty() ? Corrections.NONE : corrections(effects);
    }

    static Corrections corrections(List<LinkageEffect> inOrder) {
        List<Cut> cuts = new ArrayList<>();
        Map<Long, Long> moved = new HashMap<>();
        Map<Long, Set<Long>> joined = new HashMap<>();
        for (LinkageEffect effect : inOrder) {
            switch (effect) {
                case LinkageEffect.None none -> {}
                case LinkageEffect.TimeCutEffect cut -> cuts.add(cut.cut());
                case LinkageEffect.PartyCutEffect cut -> cuts.add(cut.cut());
                case LinkageEffect.Moved move -> moved.put(move.killmailId(), move.partnerId());
                case LinkageEffect.Joined join -> join(joined, join.killmailId(), join.partnerId());
            }
        }
        moved.forEach((killmail, partner) -> join(joined, killmail, partner));
        return new Corrections(cuts, moved, joined);
    }

    private static void join(Map<Long, Set<Long>> joined, long one, long other) {
        joined.computeIfAbsent(one, id -> new HashSet<>()).add(other);
        joined.computeIfAbsent(other, id -> new HashSet<>()).add(one);
    }

    private static InForce inForce(ResultSet row, int number) throws SQLException {
        return new InForce(
                row.getString("battle_id"), row.getInt("system_id"), entry(row.getString("entry")), effect(row));
    }

    private static LinkageEffect effect(ResultSet row) throws SQLException {
        String kind = row.getString("linkage");
        if (kind == null) {
            return LinkageEffect.NONE;
        }
        return switch (kind) {
            case "timeCut" ->
                new LinkageEffect.TimeCutEffect(
                        new TimeCut(row.getInt("system_id"), row.getLong("from_at"), parties(row)));
            case "partyCut" ->
                new LinkageEffect.PartyCutEffect(new PartyCut(
                        row.getInt("system_id"), row.getLong("from_at"), row.getLong("to_at"), parties(row)));
            case "moved" -> new LinkageEffect.Moved(row.getLong("killmail_id"), row.getLong("partner_id"));
            case "joined" -> new LinkageEffect.Joined(row.getLong("killmail_id"), row.getLong("partner_id"));
            default -> throw new IllegalStateException("A correction of kind " + kind + " is not known");
        };
    }

    private static Set<Long> parties(ResultSet row) throws SQLException {
        return Set.of((Long[]) row.getArray("parties").getArray());
    }

    private static String json(OverlayEntry entry) {
        try {
            return MessageJson.mapper().writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A correction holds ids and text only", e);
        }
    }

    private static OverlayEntry entry(String json) {
        try {
            return MessageJson.mapper().readValue(json, OverlayEntry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored correction cannot be read by this version", e);
        }
    }
}
