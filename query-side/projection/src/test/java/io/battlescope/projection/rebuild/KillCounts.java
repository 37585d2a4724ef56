package io.battlescope.projection.rebuild;

import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.processor.Projection;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.stream.JsonEventConverter;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Kills by system; newer code also keeps what they were worth. */
record KillCounts(JdbcTemplate jdbc, int layout) implements Projection {

    static final String NAME = "kill-counts";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(List<? extends EventMessage<?>> batch) {
        for (EventMessage<?> event : batch) {
            EnrichedKillmail killmail = (EnrichedKillmail) event.getPayload();
            jdbc.update(
                    "insert into kill_count as c (system_id, kills) values (?, 1)"
                            + " on conflict (system_id) do update set kills = c.kills + 1",
                    killmail.systemId());
            if (layout > 1) {
                jdbc.update(
                        "update kill_count set isk = isk + ? where system_id = ?",
                        killmail.value().isk(),
                        killmail.systemId());
            }
        }
    }

    @Override
    public void clear() {
        jdbc.update("delete from kill_count");
    }

    @Override
    public int systemOf(EventMessage<?> event) {
        return ((EnrichedKillmail) event.getPayload()).systemId();
    }

    @Override
    public String sequenceOf(EventMessage<?> event) {
        return String.valueOf(systemOf(event));
    }

    @Override
    public List<String> tables() {
        return List.of("kill_count");
    }

    @Override
    public int linesOf(EventMessage<?> event) {
        return 1;
    }

    private ProjectionFeed feed() {
        return new ProjectionFeed(
                this,
                Topic.KILLMAIL_ENRICHED,
                new JsonEventConverter<>(EnrichedKillmail.class, killmail -> "kill-" + killmail.killmailId()));
    }

    /** Named as a source of a context; the annotation would have every context find it. */
    static class OldCode {
        @Bean
        ProjectionFeed killCounts(JdbcTemplate jdbc) {
            return new KillCounts(jdbc, 1).feed();
        }
    }

    static class NewCode {
        @Bean
        ProjectionFeed killCounts(JdbcTemplate jdbc) {
            return new KillCounts(jdbc, 2).feed();
        }
    }
}
