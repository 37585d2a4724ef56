package io.battlescope.view.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.view.fixture.Answers;
import io.battlescope.view.fixture.QueryDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RebuildsIT {

    private static QueryDatabase database;
    private static Answers answers;

    @BeforeAll
    static void start() {
        database = QueryDatabase.migrated();
        answers = new Answers(database);
        sql("insert into projection_version (processor, version, schema_name, layout, state)"
                + " values ('battles', 2, 'battles_2', 1, 'living'), ('battles', 1, 'public', 1, 'kept')");
        sql("""
                insert into rebuild (rebuild_id, processor, old_version, new_version, state, switch_when_equal, figures, compared, asked_by,
                                     created_at, ended_at)
                values ('one', 'battles', 1, 2, 'switched', true, '{"eventsTotal": 9}',
                        '[{"table": "battle", "oldRows": 2, "newRows": 3, "equal": false, "onlyOld": 0, "onlyNew": 1, "changed": 0,
                           "examples": [{"key": {"battle_id": "b"}, "oldValues": {}, "newValues": {"version": "4"}}]}]',
                        'one', '2026-11-01T12:00:00Z', null),
                       ('two', 'killmails', 1, 2, 'cancelled', false, '{}', '[]', 'x', '2026-11-01T12:00:01Z', '2026-11-01T12:00:02Z')""");
    }

    @AfterAll
    static void stop() {
        answers.close();
        database.close();
    }

    @Test
    void aRebuildTellsWhichVersionLivesAndWhatDiffers() {
        RebuildView rebuild = answers.to(new FindRebuild("one")).orElseThrow();

        assertThat(rebuild.state()).isEqualTo("switched");
        assertThat(rebuild.livingVersion()).isEqualTo(2);
        assertThat(rebuild.figures()).containsExactlyEntriesOf(Map.of("eventsTotal", 9L));
        assertThat(rebuild.endedAt()).isNull();
        assertThat(rebuild.tables()).singleElement().satisfies(table -> {
            assertThat(table.onlyNew()).isOne();
            assertThat(table.examples())
                    .singleElement()
                    .satisfies(row -> assertThat(row.newValues()).containsEntry("version", "4"));
        });
        assertThat(answers.to(new FindRebuild("three"))).isEmpty();
    }

    @Test
    void rebuildsComeNewestFirstAndByProcessor() {
        assertThat(answers.pages(1, page -> new FindRebuilds(page, null), () -> {}))
                .extracting(RebuildView::rebuildId)
                .containsExactly("two", "one");
        assertThat(answers.pages(5, page -> new FindRebuilds(page, "battles"), () -> {}))
                .extracting(RebuildView::rebuildId)
                .containsExactly("one");
    }

    private static void sql(String statement) {
        database.asOwner().sql(statement).update();
    }
}
