package io.battlescope.ingestion.store;

import io.battlescope.ingestion.feed.Bans;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The bans in the Ingestion DB. Deleting a row is how an admin says that one was lifted. */
@Repository
class HostBans implements Bans {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    HostBans(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Instant until(String host) {
        return jdbc.queryForList("select banned_until from host_ban where host = ?", Timestamp.class, host).stream()
                .findFirst()
                .map(Timestamp::toInstant)
                .orElse(Instant.MIN);
    }

    @Override
    public void ban(String host, Instant until) {
        jdbc.update("""
                insert into host_ban (host, banned_until, noticed_at) values (?, ?, ?)
                on conflict (host) do update
                set banned_until = greatest(host_ban.banned_until, excluded.banned_until),
                    noticed_at = excluded.noticed_at
                """, host, Timestamp.from(until), Timestamp.from(clock.instant()));
    }
}
