package io.battlescope.projection.version;

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
                        insert into processor_control as c (token_name, processor, held_by) values (?, ?, ?)
                        on conflict (token_name) do update set held_by = excluded.held_by
                        where c.held_by is null or c.held_by = excluded.held_by""", version.tokenName(), version.processor(), holder) == 1;
    }

    /** Instances run again what the holder held. */
    public void letGo(String holder) {
        jdbc.update("update processor_control set held_by = null where held_by = ?", holder);
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
