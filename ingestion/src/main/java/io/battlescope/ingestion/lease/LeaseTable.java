package io.battlescope.ingestion.lease;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The lease's row in the Ingestion DB, whose clock alone decides when it has run out. */
final class LeaseTable {

    private static final String NAME = "feeds";
    private static final String CLAIM = """
            with claimed as (
                insert into lease (name, owner, epoch, expires_at)
                values (?, ?, 1, clock_timestamp() + ? * interval '1 millisecond')
                on conflict (name) do update
                set owner = excluded.owner,
                    epoch = lease.epoch + case when lease.owner = excluded.owner then 0 else 1 end,
                    expires_at = excluded.expires_at
                where lease.owner = excluded.owner or lease.expires_at < clock_timestamp()
                returning owner, epoch
            )
            select owner, epoch from claimed
            union all
            select owner, epoch from lease where name = ? and not exists (select from claimed)
            """;

    /**
     * Who has it.
     *
     * @param epoch rises whenever another instance takes it
     */
    record Claim(String owner, long epoch) {}

    private final JdbcTemplate jdbc;

    LeaseTable(DataSource database, Duration timeout) {
        this.jdbc = new JdbcTemplate(database);
        jdbc.setQueryTimeout(Math.max(1, (int) timeout.toSeconds()));
    }

    /** Takes or renews it when it is free, has run out, or is the owner's already. */
    Claim claim(String owner, Duration ttl) {
        return jdbc.queryForObject(
                CLAIM, (row, _) -> new Claim(row.getString(1), row.getLong(2)), NAME, owner, ttl.toMillis(), NAME);
    }

    /** Whether it is still the owner's, and stays so until the transaction at hand ends. */
    boolean pin(Claim claim) {
        return !jdbc.queryForList(
                        "select epoch from lease where name = ? and owner = ? and epoch = ? for share",
                        Long.class,
                        NAME,
                        claim.owner(),
                        claim.epoch())
                .isEmpty();
    }

    void release(String owner) {
        jdbc.update("update lease set expires_at = '-infinity' where name = ? and owner = ?", NAME, owner);
    }
}
