package io.battlescope.command.attribution;

import io.battlescope.api.battle.LinkageRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every battle that ever was, as far as placing, re-clustering and the life cycle ask. */
class BattleRegister {

    private final JdbcClient jdbc;

    BattleRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A battle of the register.
     *
     * @param mergedInto {@code null} while it lives
     * @param rule {@code null} for battles of before rules were kept here
     * @param lastKillAt seconds since 1970, UTC
     */
    record Registered(
            String battleId, int systemId, String mergedInto, LinkageRule rule, long lastKillAt, boolean ended) {

        boolean isQuietAt(long feedTime, int quietSeconds) {
            return lastKillAt + quietSeconds <= feedTime;
        }
    }

    /**
     * A battle that was opened or that has new killmails.
     *
     * @param openedBy {@code null} when it was opened before
     * @param lastKillAt seconds since 1970, UTC
     */
    record Sighting(String battleId, int systemId, Long openedBy, long lastKillAt) {}

    void saw(List<Sighting> sightings, LinkageRule rule) {
        if (sightings.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into battle (battle_id, system_id, opened_by, last_kill_at, gap_seconds, min_losses, min_shared_parties)
            select *, ?, ?, ? from unnest(?::text[], ?::int[], ?::bigint[], ?::bigint[])
            on conflict (battle_id) do update set
                last_kill_at = greatest(battle.last_kill_at, excluded.last_kill_at),
                opened_by = coalesce(battle.opened_by, excluded.opened_by), merged_into = null\
            """)
                .param(rule.gapSeconds())
                .param(rule.minLosses())
                .param(rule.minSharedParties())
                .param(sightings.stream().map(Sighting::battleId).toArray(String[]::new))
                .param(sightings.stream().map(Sighting::systemId).toArray(Integer[]::new))
                .param(sightings.stream().map(Sighting::openedBy).toArray(Long[]::new))
                .param(sightings.stream().map(Sighting::lastKillAt).toArray(Long[]::new))
                .update();
    }

    void merged(String battleId, String intoBattleId) {
        jdbc.sql("""
            with gone as (update battle set merged_into = ? where battle_id = ? returning last_kill_at)
            update battle b set last_kill_at = greatest(b.last_kill_at, gone.last_kill_at) from gone where b.battle_id = ?\
            """).param(intoBattleId).param(battleId).param(intoBattleId).update();
    }

    void ruled(Collection<String> battleIds, LinkageRule rule) {
        jdbc.sql("""
            update battle set gap_seconds = ?, min_losses = ?, min_shared_parties = ? where battle_id = any(?)\
            """)
                .param(rule.gapSeconds())
                .param(rule.minLosses())
                .param(rule.minSharedParties())
                .param(battleIds.toArray(String[]::new))
                .update();
    }

    /** After killmails were taken away, the last kill is an earlier one. */
    void lastKillsAnew(Collection<String> battleIds) {
        jdbc.sql("""
            update battle b set last_kill_at = latest.at
            from (select c.battle_id, max(p.occurred_at) as at
                  from cluster c join placement p using (cluster_id) where c.battle_id = any(?) group by 1) latest
            where b.battle_id = latest.battle_id\
            """).param(battleIds.toArray(String[]::new)).update();
    }

    Optional<Registered> find(String battleId) {
        return jdbc.sql("select * from battle where battle_id = ?")
                .param(battleId)
                .query(BattleRegister::registered)
                .optional();
    }

    Map<String, Registered> all(Collection<String> battleIds) {
        Map<String, Registered> found = new HashMap<>();
        jdbc.sql("select * from battle where battle_id = any(?)")
                .param(battleIds.toArray(String[]::new))
                .query(BattleRegister::registered)
                .list()
                .forEach(battle -> found.put(battle.battleId(), battle));
        return found;
    }

    /** Battles that went into others, by the killmail that had opened them. */
    Map<Long, String> mergedOpenedBy(Collection<Long> killmailIds) {
        Map<Long, String> openers = new HashMap<>();
        jdbc.sql("select opened_by, battle_id from battle where opened_by = any(?) and merged_into is not null")
                .param(killmailIds.toArray(Long[]::new))
                .query(row -> {
                    openers.put(row.getLong(1), row.getString(2));
                });
        return openers;
    }

    /**
     * Battles that may have fallen quiet, and battles that have ended and may not be quiet any more.
     *
     * @param earliest the feed's time where it is least far, seconds since 1970, UTC
     * @param latest the feed's time where it is farthest
     */
    List<Registered> due(long earliest, long latest, int quietSeconds) {
        return jdbc.sql("""
            select * from battle where merged_into is null and not ended and last_kill_at <= ?
            union all
            select * from battle where merged_into is null and ended and last_kill_at > ?\
            """)
                .param(latest - quietSeconds)
                .param(earliest - quietSeconds)
                .query(BattleRegister::registered)
                .list();
    }

    void ended(Collection<String> battleIds, boolean ended) {
        jdbc.sql("update battle set ended = ? where battle_id = any(?)")
                .param(ended)
                .param(battleIds.toArray(String[]::new))
                .update();
    }

    /** Notes how far the feed is. */
    void feedReached(Map<Integer, Long> latestByPartition) {
        jdbc.sql("""
            insert into feed_time (partition_id, latest) select * from unnest(?::int[], ?::bigint[])
            on conflict (partition_id) do update set latest = greatest(feed_time.latest, excluded.latest)\
            """)
                .param(latestByPartition.keySet().toArray(Integer[]::new))
                .param(latestByPartition.values().toArray(Long[]::new))
                .update();
    }

    /** The latest kill of each partition, seconds since 1970, UTC. */
    Map<Integer, Long> feedTimes() {
        Map<Integer, Long> times = new HashMap<>();
        jdbc.sql("select partition_id, latest from feed_time").query(row -> {
            times.put(row.getInt(1), row.getLong(2));
        });
        return times;
    }

    private static Registered registered(ResultSet row, int number) throws SQLException {
        Integer gap = row.getObject("gap_seconds", Integer.class);
        return new Registered(
                row.getString("battle_id"),
                row.getInt("system_id"),
                row.getString("merged_into"),
                gap == null ? null : new LinkageRule(gap, row.getInt("min_losses"), row.getInt("min_shared_parties")),
                row.getLong("last_kill_at"),
                row.getBoolean("ended"));
    }
}
