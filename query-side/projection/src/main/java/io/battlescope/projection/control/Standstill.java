package io.battlescope.projection.control;

import io.battlescope.projection.ProjectionProperties;
import io.battlescope.projection.token.StoredToken;
import io.battlescope.projection.token.TokenTable;
import io.battlescope.projection.version.ProjectionVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Has all instances stop a processor. While {@code processor_control.held_by} names an act, none of them runs it; it stands still once no
 * segment is claimed any more, and stays so until the transaction that saw it has ended, for that has locked the tokens.
 */
@Component
class Standstill {

    private final JdbcTemplate jdbc;
    private final TokenTable tokens;
    private final ProjectionProperties properties;

    Standstill(JdbcTemplate jdbc, TokenTable tokens, ProjectionProperties properties) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.properties = properties;
    }

    boolean isHeldBy(String actId, ProjectionVersion version) {
        return !jdbc.queryForList(
                        "select 1 from processor_control where token_name = ? and held_by = ?",
                        Integer.class,
                        version.tokenName(),
                        actId)
                .isEmpty();
    }

    /** Instances see it once the transaction is committed; nothing happens while another act holds it. */
    void hold(String actId, ProjectionVersion version) {
        jdbc.update("""
                insert into processor_control as c (token_name, processor, held_by) values (?, ?, ?)
                on conflict (token_name) do update set held_by = excluded.held_by where c.held_by is null""", version.tokenName(), version.processor(), actId);
    }

    void letGo(String actId) {
        jdbc.update("update processor_control set held_by = null where held_by = ?", actId);
    }

    /** A hold whose act or rebuild has ended, however that came to be, is nobody's. */
    int letGoOfEnded() {
        return jdbc.update("""
                update processor_control set held_by = null where held_by is not null and not exists
                        (select from processor_act a where a.act_id = held_by and a.status = 'running')
                    and not exists
                        (select from rebuild r where 'rebuild ' || r.rebuild_id = held_by and r.ended_at is null)""");
    }

    /**
     * What is in the way of a standstill; empty when there is one. From then on until the end of the transaction nobody can take a segment,
     * and whoever sleeps and thinks it has one cannot write when it wakes up.
     */
    Optional<String> obstacle(ProjectionVersion version) {
        jdbc.execute("set local lock_timeout = '5s'");
        List<StoredToken> claimed = tokens.lock(version.tokenName()).stream()
                .filter(token -> token.isClaimed(properties.claimTimeout()))
                .toList();
        if (!claimed.isEmpty()) {
            return Optional.of(claimed.stream()
                    .map(token -> "segment " + token.segment() + " is held by " + token.owner())
                    .collect(Collectors.joining(", ")));
        }
        tokens.endClaims(version.tokenName());
        return Optional.empty();
    }
}
