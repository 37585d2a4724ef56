package io.battlescope.command.attribution;

import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.command.linkage.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every killmail as received, and whatever else was ever said of it. */
class KillmailArchive {

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    KillmailArchive(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    Set<Long> known(Collection<Long> killmailIds) {
        return new HashSet<>(client.sql("select killmail_id from killmail where killmail_id = any(?)")
                .param(killmailIds.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    void record(List<Delivery> deliveries) {
        jdbc.batchUpdate(
                "insert into killmail (killmail_id, payload) values (?, ?)",
                deliveries,
                deliveries.size(),
                (statement, delivery) -> {
                    statement.setLong(1, delivery.mail().killmailId());
                    statement.setBytes(2, delivery.payload());
                });
    }

    /** The killmails as their battle is told of them. */
    List<ArchivedKillmail> forBattle(Collection<Long> killmailIds) {
        return client.sql("""
            select k.payload, p.linked_killmail_id, p.shared_party_id, p.gap_seconds
            from killmail k join placement p using (killmail_id)
            where k.killmail_id = any(?)\
            """)
                .param(killmailIds.toArray(Long[]::new))
                .query((row, number) -> ArchivedKillmail.of(read(row.getBytes(1)), link(row)))
                .list();
    }

    private static Link link(ResultSet row) throws SQLException {
        Long linked = row.getObject(2, Long.class);
        return linked == null ? null : new Link(linked, row.getLong(3), row.getInt(4));
    }

    /** Killmails as they were received last. */
    Map<Long, EnrichedKillmail> killmails(Collection<Long> killmailIds) {
        Map<Long, EnrichedKillmail> found = new HashMap<>();
        client.sql("select killmail_id, payload from killmail where killmail_id = any(?)")
                .param(killmailIds.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong(1), read(row.getBytes(2)));
                });
        return found;
    }

    /** The killmail is worth something else than was known; what was known stays beside it. */
    void replace(List<Delivery> deliveries) {
        client.sql("""
            insert into killmail_repeat (killmail_id, digest, payload)
            select killmail_id, sha256(payload), payload from killmail where killmail_id = any(?)
            on conflict do nothing\
            """)
                .param(deliveries.stream()
                        .map(delivery -> delivery.mail().killmailId())
                        .toArray(Long[]::new))
                .update();
        jdbc.batchUpdate(
                "update killmail set payload = ?, changed_at = clock_timestamp() where killmail_id = ?",
                deliveries,
                deliveries.size(),
                (statement, delivery) -> {
                    statement.setBytes(1, delivery.payload());
                    statement.setLong(2, delivery.mail().killmailId());
                });
    }

    /** Deliveries that say something else than the one in force, beside it. */
    void keepBeside(List<Delivery> deliveries) {
        jdbc.batchUpdate("""
                with kept as (
                    insert into killmail_repeat (killmail_id, digest, payload) values (?, sha256(?), ?)
                    on conflict do nothing returning killmail_id)
                update killmail k set changed_at = clock_timestamp() from kept where k.killmail_id = kept.killmail_id\
                """, deliveries, Math.max(1, deliveries.size()), (statement, delivery) -> {
            statement.setLong(1, delivery.mail().killmailId());
            statement.setBytes(2, delivery.payload());
            statement.setBytes(3, delivery.payload());
        });
    }

    private static EnrichedKillmail read(byte[] payload) {
        try {
            return MessageJson.mapper().readValue(payload, EnrichedKillmail.class);
        } catch (IOException e) {
            throw new UncheckedIOException("An archived killmail cannot be read", e);
        }
    }
}
