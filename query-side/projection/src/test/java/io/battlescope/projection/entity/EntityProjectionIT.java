package io.battlescope.projection.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.entity.EntityKind;
import io.battlescope.api.entity.EntityUpdated;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.QueryDb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntityProjectionIT {

    private static final long GOONS = 1354830081;

    private static QueryDb db;
    private static EntityProjection projection;

    @BeforeAll
    static void migrate() {
        db = QueryDb.migrated();
        projection = new EntityProjection(new EntityStore(db.jdbc()));
    }

    @BeforeEach
    void empty() {
        db.clear();
    }

    @Test
    void a_name_is_kept_with_its_kind_and_the_time_it_is_of() {
        handle(alliance("Goonswarm", "OHGOD", 1), character(91, "Mittens", 2));

        assertThat(entity(GOONS))
                .containsEntry("kind", "alliance")
                .containsEntry("name", "Goonswarm")
                .containsEntry("ticker", "OHGOD");
        assertThat(entity(91)).containsEntry("kind", "character").containsEntry("ticker", null);
    }

    @Test
    void the_later_name_holds_and_one_without_a_ticker_takes_none_away() {
        handle(alliance("Goonswarm", "OHGOD", 1));
        handle(alliance("Goonswarm Federation", null, 2));
        assertThat(entity(GOONS)).containsEntry("name", "Goonswarm Federation").containsEntry("ticker", "OHGOD");

        handle(alliance("Goonswarm Federation", "CONDI", 3));
        handle(alliance("An old name", "OLD", 0));
        assertThat(entity(GOONS)).containsEntry("name", "Goonswarm Federation").containsEntry("ticker", "CONDI");
    }

    @Test
    void the_order_of_hearing_does_not_matter() {
        List<EntityUpdated> told = List.of(
                alliance("first", null, 1),
                alliance("second", "TWO", 2),
                alliance("third", null, 3),
                alliance("fourth", "FOUR", 4),
                alliance("fifth", null, 5),
                alliance("fifth", null, 5),
                character(91, "Mittens", 1),
                character(91, "The Mittani", 2));
        handle(told.toArray(EntityUpdated[]::new));
        List<String> rows = rows();
        assertThat(entity(GOONS)).containsEntry("name", "fifth").containsEntry("ticker", "FOUR");

        for (int seed = 0; seed < 30; seed++) {
            List<EntityUpdated> shuffled = new ArrayList<>(told);
            Collections.shuffle(shuffled, new Random(seed));
            db.clear();
            shuffled.forEach(EntityProjectionIT::handle);
            assertThat(rows()).as("one by one, seed %d", seed).isEqualTo(rows);
            db.clear();
            handle(shuffled.toArray(EntityUpdated[]::new));
            assertThat(rows()).as("at once, seed %d", seed).isEqualTo(rows);
        }
    }

    @Test
    void a_replay_begins_with_nothing() {
        handle(alliance("Goonswarm", "OHGOD", 1));

        db.inTransaction(projection::clear);

        assertThat(rows()).isEmpty();
    }

    private static EntityUpdated alliance(String name, String ticker, int second) {
        return new EntityUpdated(GOONS, EntityKind.ALLIANCE, name, ticker, Mails.NOON.plusSeconds(second));
    }

    private static EntityUpdated character(long id, String name, int second) {
        return new EntityUpdated(id, EntityKind.CHARACTER, name, null, Mails.NOON.plusSeconds(second));
    }

    private static Map<String, Object> entity(long id) {
        return db.jdbc().queryForMap("select * from entity where entity_id = ?", id);
    }

    private static List<String> rows() {
        return db.rows().get("entity");
    }

    private static void handle(EntityUpdated... told) {
        db.inTransaction(() -> projection.apply(
                List.of(told).stream().map(GenericEventMessage::asEventMessage).toList()));
    }
}
