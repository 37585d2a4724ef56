package io.battlescope.projection.version;

import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Table {@code processor_control}: who holds a version, and whether it is paused. */
@Repository
public class VersionControls {

    private final JdbcTemplate jdbc;

    VersionControls(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** No instance runs the version from soon on; {@code false} while somebody else holds it. */
    public boolean hold(ProjectionVersion version, String holder) {
        return jdbc.update("""
                        insert into processor_control as c (token_name, processor, held_by, held_at)
                        values (?, ?, ?, clock_timestamp())
                        on conflict (token_name) do update set held_by = excluded.held_by,
                            held_at = case when c.held_by = excluded.held_by then c.held_at else excluded.held_at end
                        where c.held_by is null or c.held_by = excluded.held_by""", version.tokenName(), version.processor(), holder) == 1;
    }

    /** Instances run again what the holder held. */
    public void letGo(String holder) {
        jdbc.update("update processor_control set held_by = null where held_by = ?", holder);
    }

    /** Whether it has held something for longer. */
    public boolean isHeldFor(String holder, Duration limit) {
        return !jdbc.queryForList(
                        "select 1 from processor_control where held_by = ?"
                                + " and held_at < clock_timestamp() - ? * interval '1 millisecond'",
                        Integer.class,
                        holder,
                        limit.toMillis())
                .isEmpty();
    }

    public boolean isPaused(ProjectionVersion version) {
        return jdbc.queryForList(
                        "select paused from processor_control where token_name = ?", Boolean.class, version.tokenName())
                .contains(true);
    }

    /** A processor that is paused stays so whichever version lives. */
    public void handOver(ProjectionVersion from, ProjectionVersion to) {
        jdbc.update("""
                insert into processor_control (token_name, processor, paused)
                select ?, processor, paused from processor_control where token_name = ?
                on conflict (token_name) do update set paused = excluded.paused""", to.tokenName(), from.tokenName());
        jdbc.update("update processor_control set paused = false where token_name = ?", from.tokenName());
    }
}
