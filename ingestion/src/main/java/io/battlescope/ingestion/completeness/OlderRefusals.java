package io.battlescope.ingestion.completeness;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Killmails that stand refused by a ruleset that is not the one in force any more. */
@Repository
class OlderRefusals {

    private final JdbcClient jdbc;

    OlderRefusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Long> among(Collection<Long> killmailIds) {
        return jdbc.sql("""
                select killmail_id from killmail_refusal
                where killmail_id = any(:ids) and ruleset_number < (select max(number) from ruleset_version)\
                """)
                .param("ids", killmailIds.stream().mapToLong(Long::longValue).toArray())
                .query(Long.class)
                .list();
    }
}
