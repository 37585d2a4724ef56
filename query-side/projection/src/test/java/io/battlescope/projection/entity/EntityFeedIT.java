package io.battlescope.projection.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.entity.EntityKind;
import io.battlescope.api.entity.EntityUpdated;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.ProjectionService;
import io.battlescope.testing.TestInfrastructure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EntityFeedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ProjectionService service = new ProjectionService();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void names_become_rows_once_each_and_leave_the_lag_of_the_read_model_alone() throws Exception {
        service.sendEntities(List.of(corporation(98000001, "One", "ONE"), corporation(98000002, "Two", "TWO")));
        service.sendUnnameable(new DeadLetter(
                "enrichment", "entity", "91", null, "ENTITY_UNKNOWN", "ESI knows no id 91", null, Mails.NOON));
        service.start();
        await().atMost(PATIENCE).until(() -> service.db().count("entity") == 2);
        service.sendEntities(List.of(corporation(98000001, "One", null), corporation(98000003, "Three", null)));
        await().atMost(PATIENCE).until(() -> service.db().count("entity") == 3);
        await().atMost(PATIENCE).until(this::isCaughtUp);

        List<String> live = service.db().rows().get("entity");
        assertThat(service.report().counters())
                .containsEntry("lagRecords.entities", 0L)
                .containsEntry("lagRecords", 0L);
        assertThat(service.report().notes()).doesNotContainKey("error");
        await().atMost(PATIENCE).until(() -> service.db().count("dead_letter where code = 'ENTITY_UNKNOWN'") == 1);
        assertThat(reader().queryForObject("select ticker from entity where entity_id = 98000001", String.class))
                .isEqualTo("ONE");

        service.replay("entities");
        await().atMost(PATIENCE).until(this::isCaughtUp);
        assertThat(service.db().rows().get("entity")).isEqualTo(live);
    }

    private boolean isCaughtUp() {
        return "caught up".equals(service.report().notes().get("state.entities"));
    }

    private JdbcTemplate reader() {
        return new JdbcTemplate(new DriverManagerDataSource(
                service.db().url(), TestInfrastructure.running().databaseReader(), ""));
    }

    private static EntityUpdated corporation(long id, String name, String ticker) {
        return new EntityUpdated(
                id, EntityKind.CORPORATION, name, ticker, ticker == null ? Mails.NOON.plusSeconds(1) : Mails.NOON);
    }
}
