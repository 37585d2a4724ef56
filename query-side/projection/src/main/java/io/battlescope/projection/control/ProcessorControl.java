package io.battlescope.projection.control;

import io.battlescope.projection.sql.JsonText;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.ProjectionVersions;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What table {@code processor_control} says of living versions. */
@Component
class ProcessorControl {

    private final JdbcTemplate jdbc;
    private final ProjectionVersions versions;

    ProcessorControl(JdbcTemplate jdbc, ProjectionVersions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    void pause(String processor, boolean paused) {
        ProjectionVersion version = living(processor);
        jdbc.update("""
                insert into processor_control (token_name, processor, paused) values (?, ?, ?)
                on conflict (token_name) do update set paused = excluded.paused""", version.tokenName(), processor, paused);
    }

    /** Where a replay begins, and where the topic ended then; the status tells its progress by that. */
    void replay(ProjectionVersion version, Map<Integer, Long> from, Map<Integer, Long> to) {
        jdbc.update(
                "update processor_control set replay = ?::jsonb where token_name = ?",
                JsonText.of(Map.of("from", from, "to", to)),
                version.tokenName());
    }

    void noReplay(ProjectionVersion version) {
        jdbc.update("update processor_control set replay = null where token_name = ?", version.tokenName());
    }

    boolean follows(ProjectionVersion version, String topicId) {
        return versions.follows(version, topicId);
    }

    /** A topic that was made anew is the right one from now on. */
    void follow(ProjectionVersion version, String topicId) {
        versions.follow(version, topicId);
    }

    ProjectionVersion living(String processor) {
        return versions.living(processor)
                .orElseThrow(() -> new IllegalStateException("Processor " + processor + " has no living version"));
    }
}
