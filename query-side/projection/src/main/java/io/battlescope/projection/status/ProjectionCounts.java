package io.battlescope.projection.status;

import io.battlescope.projection.battle.BattleProjection;
import io.battlescope.projection.killmail.KillmailProjection;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.ProjectionVersions;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the read model holds, cheaply enough to be asked each second. */
@Component
class ProjectionCounts {

    private final JdbcTemplate jdbc;
    private final ProjectionVersions versions;

    ProjectionCounts(JdbcTemplate jdbc, ProjectionVersions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    Map<String, Long> count() {
        Map<String, Long> counters = new TreeMap<>();
        counters.put("killmails", 0L);
        // killmails grow without end and are counted as they come; the battles shown are few and have an index of their
        // own
        counters.put(
                "battles",
                jdbc.queryForObject(
                        "select count(*) from " + livingSchema()
                                + ".battle where merged_into is null and loss_count >= min_losses",
                        Long.class));
        jdbc.query(
                "select processor, handled, created from projection_progress p where schema_name = (select schema_name"
                        + " from projection_version v where v.processor = p.processor and v.state = 'living')",
                row -> {
                    counters.put("handled." + row.getString("processor"), row.getLong("handled"));
                    if (row.getString("processor").equals(KillmailProjection.NAME)) {
                        counters.put("killmails", row.getLong("created"));
                    }
                });
        return counters;
    }

    private String livingSchema() {
        return versions.living(BattleProjection.NAME)
                .map(ProjectionVersion::schemaName)
                .orElse(ProjectionVersion.PUBLIC);
    }
}
