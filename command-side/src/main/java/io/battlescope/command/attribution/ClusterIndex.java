package io.battlescope.command.attribution;

import io.battlescope.command.linkage.KnownCluster;
import io.battlescope.command.linkage.KnownKillmail;
import io.battlescope.command.linkage.Link;
import io.battlescope.command.linkage.LinkagePlan;
import io.battlescope.command.linkage.LinkagePlan.AbsorbedCluster;
import io.battlescope.command.linkage.Neighbourhood;
import io.battlescope.command.linkage.PlacedKillmail;
import io.battlescope.command.linkage.PlacedKillmail.LostHull;
import io.battlescope.command.linkage.ReclusterPlan;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where killmails are and which clusters there are. */
class ClusterIndex {

    private static final String PLACEMENT = """
        p.killmail_id, p.system_id, p.occurred_at, p.cluster_id, p.parties, p.pilot_id, p.capsule, p.ship,
        p.linked_killmail_id, p.shared_party_id, p.gap_seconds\
        """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    ClusterIndex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    /** What has to be known to place the killmails, see {@link Neighbourhood}. */
    Neighbourhood around(List<PlacedKillmail> killmails, int gapSeconds) {
        Map<Long, KnownKillmail> near = new LinkedHashMap<>();
        window(killmails, gapSeconds).forEach(known -> near.put(known.killmail().killmailId(), known));
        List<Long> clusterIds =
                near.values().stream().map(KnownKillmail::clusterId).distinct().toList();
        List<KnownCluster> clusters = clusters(clusterIds);
        members(clusters.stream()
                        .filter(cluster -> cluster.battleId() == null)
                        .map(KnownCluster::clusterId)
                        .toList())
                .forEach(known -> near.putIfAbsent(known.killmail().killmailId(), known));
        return new Neighbourhood(clusters, List.copyOf(near.values()));
    }

    /** The clusters with a killmail in one of the stretches of time. */
    Set<Long> clustersIn(List<TimeRange> ranges) {
        return new HashSet<>(client.sql("""
            select distinct p.cluster_id from unnest(?::int[], ?::bigint[], ?::bigint[]) as r (system_id, earliest, latest)
            join placement p on p.system_id = r.system_id and p.occurred_at between r.earliest and r.latest\
            """)
                .param(ranges.stream().map(TimeRange::systemId).toArray(Integer[]::new))
                .param(ranges.stream().map(TimeRange::earliest).toArray(Long[]::new))
                .param(ranges.stream().map(TimeRange::latest).toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** The cluster that is a battle; empty when none is. */
    Optional<KnownCluster> ofBattle(String battleId) {
        return client.sql("select cluster_id from cluster where battle_id = ?")
                .param(battleId)
                .query(Long.class)
                .optional()
                .flatMap(id -> clusters(List.of(id)).stream().findFirst());
    }

    /** The cluster that holds the killmail; empty when none does. */
    Optional<KnownCluster> holding(long killmailId) {
        return client.sql("select cluster_id from placement where killmail_id = ?")
                .param(killmailId)
                .query(Long.class)
                .optional()
                .flatMap(id -> clusters(List.of(id)).stream().findFirst());
    }

    /** When the placed killmail happened, seconds since 1970, UTC; empty when it has no place. */
    Optional<Long> placed(long killmailId) {
        return client.sql("select occurred_at from placement where killmail_id = ?")
                .param(killmailId)
                .query(Long.class)
                .optional();
    }

    /** The battles that the killmails are in; the ones in none are missing. */
    Map<Long, String> battlesOf(Collection<Long> killmailIds) {
        Map<Long, String> battles = new HashMap<>();
        client.sql("""
            select p.killmail_id, c.battle_id from placement p join cluster c using (cluster_id)
            where p.killmail_id = any(?) and c.battle_id is not null\
            """).param(killmailIds.toArray(Long[]::new)).query(row -> {
            battles.put(row.getLong(1), row.getString(2));
        });
        return battles;
    }

    /** Some systems that hold killmails, by id, after the one named; none when there are no more. */
    List<Integer> systemsAfter(int systemId) {
        return client.sql("select distinct system_id from cluster where system_id > ? order by 1 limit 100")
                .param(systemId)
                .query(Integer.class)
                .list();
    }

    /** Puts the clusters of a plan in the place of the former ones. */
    void replace(ReclusterPlan plan) {
        client.sql("delete from cluster where cluster_id = any(?)")
                .param(plan.formerClusters().toArray(Long[]::new))
                .update();
        saveClusters(plan.clusters());
        savePlacements(plan.placed());
    }

    /** One range a system and stretch of time, so that a poll over a week of one system does not read the whole week. */
    private List<KnownKillmail> window(List<PlacedKillmail> killmails, int gapSeconds) {
        List<TimeRange> ranges = TimeRange.around(killmails, gapSeconds);
        return client.sql("select " + PLACEMENT + """
             from unnest(?::int[], ?::bigint[], ?::bigint[]) as r (system_id, earliest, latest)
            join placement p on p.system_id = r.system_id and p.occurred_at between r.earliest and r.latest\
            """)
                .param(ranges.stream().map(TimeRange::systemId).toArray(Integer[]::new))
                .param(ranges.stream().map(TimeRange::earliest).toArray(Long[]::new))
                .param(ranges.stream().map(TimeRange::latest).toArray(Long[]::new))
                .query(ClusterIndex::known)
                .list();
    }

    List<KnownKillmail> members(Collection<Long> clusterIds) {
        if (clusterIds.isEmpty()) {
            return List.of();
        }
        return client.sql("select " + PLACEMENT + " from placement p where p.cluster_id = any(?)")
                .param(clusterIds.toArray(Long[]::new))
                .query(ClusterIndex::known)
                .list();
    }

    List<KnownCluster> clusters(Collection<Long> clusterIds) {
        if (clusterIds.isEmpty()) {
            return List.of();
        }
        return client.sql("""
            select cluster_id, system_id, battle_id, kill_count, started_at
            from cluster where cluster_id = any(?)\
            """)
                .param(clusterIds.toArray(Long[]::new))
                .query((row, number) -> new KnownCluster(
                        row.getLong(1), row.getInt(2), row.getString(3), row.getInt(4), row.getLong(5)))
                .list();
    }

    /**
     * Writes the plan to the index.
     *
     * @return the killmails of each absorbed cluster, by cluster id
     */
    Map<Long, List<Long>> save(LinkagePlan plan) {
        Map<Long, List<Long>> moved = new HashMap<>();
        plan.absorbed().forEach(cluster -> moved.put(cluster.clusterId(), move(cluster)));
        saveClusters(plan.clusters());
        savePlacements(plan.placed());
        return moved;
    }

    private List<Long> move(AbsorbedCluster cluster) {
        client.sql("delete from cluster where cluster_id = ?")
                .param(cluster.clusterId())
                .update();
        List<Long> moved = new ArrayList<>(
                client.sql("update placement set cluster_id = ? where cluster_id = ? returning killmail_id")
                        .param(cluster.intoClusterId())
                        .param(cluster.clusterId())
                        .query(Long.class)
                        .list());
        moved.sort(null);
        return moved;
    }

    private void saveClusters(List<KnownCluster> clusters) {
        jdbc.batchUpdate("""
                    insert into cluster (cluster_id, system_id, battle_id, kill_count, started_at) values (?, ?, ?, ?, ?)
                    on conflict (cluster_id) do update set
                        battle_id = excluded.battle_id, kill_count = excluded.kill_count, started_at = excluded.started_at\
                    """, clusters, Math.max(1, clusters.size()), (statement, cluster) -> {
            statement.setLong(1, cluster.clusterId());
            statement.setInt(2, cluster.systemId());
            statement.setString(3, cluster.battleId());
            statement.setInt(4, cluster.killCount());
            statement.setLong(5, cluster.startedAt());
        });
    }

    private void savePlacements(List<KnownKillmail> placed) {
        jdbc.batchUpdate("""
                    insert into placement (killmail_id, system_id, occurred_at, cluster_id, parties, pilot_id, capsule, ship,
                        linked_killmail_id, shared_party_id, gap_seconds) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (killmail_id) do update set
                        cluster_id = excluded.cluster_id, linked_killmail_id = excluded.linked_killmail_id,
                        shared_party_id = excluded.shared_party_id, gap_seconds = excluded.gap_seconds\
                    """, placed, Math.max(1, placed.size()), ClusterIndex::bind);
    }

    private static void bind(PreparedStatement statement, KnownKillmail known) throws SQLException {
        PlacedKillmail mail = known.killmail();
        statement.setLong(1, mail.killmailId());
        statement.setInt(2, mail.systemId());
        statement.setLong(3, mail.occurredAt());
        statement.setLong(4, known.clusterId());
        statement.setArray(
                5,
                statement
                        .getConnection()
                        .createArrayOf(
                                "bigint", Arrays.stream(mail.parties()).boxed().toArray()));
        statement.setObject(6, mail.victim().pilotId(), Types.BIGINT);
        statement.setBoolean(7, mail.victim().capsule());
        statement.setBoolean(8, mail.victim().ship());
        Link link = known.link();
        statement.setObject(9, link == null ? null : link.killmailId(), Types.BIGINT);
        statement.setObject(10, link == null ? null : link.partyId(), Types.BIGINT);
        statement.setObject(11, link == null ? null : link.gapSeconds(), Types.INTEGER);
    }

    private static KnownKillmail known(ResultSet row, int number) throws SQLException {
        Long[] parties = (Long[]) row.getArray("parties").getArray();
        LostHull victim =
                new LostHull(row.getObject("pilot_id", Long.class), row.getBoolean("capsule"), row.getBoolean("ship"));
        PlacedKillmail mail = new PlacedKillmail(
                row.getLong("killmail_id"),
                row.getInt("system_id"),
                row.getLong("occurred_at"),
                Arrays.stream(parties).mapToLong(Long::longValue).toArray(),
                victim);
        Long linked = row.getObject("linked_killmail_id", Long.class);
        Link link = linked == null ? null : new Link(linked, row.getLong("shared_party_id"), row.getInt("gap_seconds"));
        return new KnownKillmail(mail, row.getLong("cluster_id"), link);
    }
}
