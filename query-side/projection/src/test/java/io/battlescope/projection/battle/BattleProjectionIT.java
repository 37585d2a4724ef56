package io.battlescope.projection.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.projection.fixture.BattleStory;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.QueryDb;
import io.battlescope.projection.fixture.RandomBattles;
import io.battlescope.projection.sql.ProgressStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BattleProjectionIT {

    private static QueryDb db;
    private static BattleProjection projection;

    @BeforeAll
    static void migrate() {
        db = QueryDb.migrated();
        projection = new BattleProjection(new BattleStore(db.jdbc()), ProgressStores.of(db.jdbc()));
    }

    @BeforeEach
    void empty() {
        db.clear();
    }

    @Test
    void a_battle_becomes_rows() {
        handle(BattleStory.in(30000142)
                .opens(
                        "b",
                        Mails.inBattle(
                                1,
                                0,
                                "10.50",
                                Mails.victim(1, 1, 1, Mails.RIFTER),
                                Mails.attacker(2, 2, 0, null, 7, true)))
                .events());

        assertThat(db.jdbc().queryForMap("select * from battle"))
                .containsEntry("battle_id", "b")
                .containsEntry("space_type", "kspace")
                .containsEntry("security_band", "lowsec")
                .containsEntry("gap_seconds", 900)
                .containsEntry("kill_count", 1)
                .containsEntry("version", 1L)
                .containsEntry("merged_into", null);
        assertThat(db.jdbc().queryForMap("select * from battle_killmail"))
                .containsEntry("killmail_id", 1L)
                .containsEntry("attacker_count", 1)
                .containsEntry("victim_party_kind", "alliance")
                .containsEntry("linked_killmail_id", 0L)
                .containsEntry("gap_seconds", 30);
        assertThat(db.jdbc()
                        .queryForMap(
                                "select * from battle_participant where character_id = ?", Mails.FIRST_CHARACTER + 2))
                .containsEntry("party_kind", "corporation")
                .containsEntry("kills", 1)
                .containsEntry("damage_done", 7L);
        assertThat(db.jdbc()
                        .queryForMap(
                                "select * from battle_participant_hull where character_id = ?",
                                Mails.FIRST_CHARACTER + 2))
                .containsEntry("hull_type_id", 0);
        assertThat(db.jdbc().queryForMap("select * from projection_progress"))
                .containsEntry("handled", 2L)
                .containsEntry("created", 1L);
    }

    @Test
    void the_rows_do_not_depend_on_where_a_batch_is_cut() {
        List<DomainEventMessage<BattleEvent>> events = RandomBattles.interleave(RandomBattles.bySystem(1, 3), 1);
        handle(events);
        Map<String, List<String>> whole = db.rows();
        assertThat(whole.get("battle")).isNotEmpty();
        assertThat(whole.get("battle_participant")).isNotEmpty();

        for (int cut = 1; cut < events.size(); cut++) {
            db.clear();
            handle(events.subList(0, cut));
            handle(events.subList(cut, events.size()));
            assertThat(db.rows()).as("cut before event %d", cut).isEqualTo(whole);
        }
        db.clear();
        events.forEach(event -> handle(List.of(event)));
        assertThat(db.rows()).as("one by one").isEqualTo(whole);
    }

    @Test
    void the_same_batch_twice_gives_the_same_rows() {
        List<DomainEventMessage<BattleEvent>> events = RandomBattles.interleave(RandomBattles.bySystem(2, 4), 2);
        handle(events);
        Map<String, List<String>> once = db.rows();
        Map<String, Object> progress = progress();

        handle(events);

        assertThat(db.rows()).isEqualTo(once);
        assertThat(progress()).isEqualTo(progress);
    }

    @Test
    void events_published_again_give_the_same_rows() {
        List<DomainEventMessage<BattleEvent>> events = RandomBattles.interleave(RandomBattles.bySystem(3, 4), 3);
        handle(events);
        Map<String, List<String>> once = db.rows();
        db.clear();

        // a publisher that crashed starts again some events back, more than once
        List<DomainEventMessage<BattleEvent>> again = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            again.add(events.get(i));
            if (i % 7 == 6) {
                again.addAll(events.subList(i - 5, i + 1));
            }
        }
        for (int from = 0; from < again.size(); from += 10) {
            handle(again.subList(from, Math.min(from + 10, again.size())));
        }

        assertThat(db.rows()).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_rows_do_not_depend_on_how_systems_mix(long seed) {
        List<List<DomainEventMessage<BattleEvent>>> bySystem = RandomBattles.bySystem(4, 12);
        bySystem.forEach(this::handle);
        Map<String, List<String>> rows = db.rows();
        db.clear();

        List<DomainEventMessage<BattleEvent>> shuffled = RandomBattles.interleave(bySystem, seed);
        for (int from = 0; from < shuffled.size(); from += 17) {
            handle(shuffled.subList(from, Math.min(from + 17, shuffled.size())));
        }

        assertThat(db.rows()).isEqualTo(rows);
    }

    @Test
    void what_hangs_on_a_battle_agrees_with_its_totals() {
        handle(RandomBattles.interleave(RandomBattles.bySystem(5, 20), 5));

        assertThat(db.count("battle where merged_into is not null")).isPositive();
        assertThat(db.count("""
                        battle b where merged_into is null and (kill_count, pilot_count, isk_destroyed)
                            is distinct from (
                            (select count(*) from battle_killmail k where k.battle_id = b.battle_id),
                            (select count(*) from battle_participant p where p.battle_id = b.battle_id),
                            (select coalesce(sum(isk), 0) from battle_killmail k where k.battle_id = b.battle_id))""")).isZero();
        assertThat(db.count("battle_participant p join battle b using (battle_id) where b.merged_into is not null"))
                .isZero();
        assertThat(db.count("battle_killmail k join battle b using (battle_id) where b.merged_into is not null"))
                .isZero();
        assertThat(db.count("battle_entity e join battle b using (battle_id) where b.merged_into is not null"))
                .isZero();
    }

    @Test
    void a_batch_in_front_of_a_gap_writes_nothing() {
        List<DomainEventMessage<BattleEvent>> events =
                RandomBattles.bySystem(6, 1).getFirst();
        List<DomainEventMessage<BattleEvent>> gap = new ArrayList<>(events);
        gap.remove(1);

        assertThatThrownBy(() -> handle(gap)).isInstanceOf(BattleHistoryGapException.class);

        assertThat(db.count("battle")).isZero();
        assertThat(db.count("aggregate_progress")).isZero();
    }

    @Test
    void clearing_leaves_nothing_of_the_battles() {
        handle(RandomBattles.interleave(RandomBattles.bySystem(7, 2), 7));

        db.inTransaction(projection::clear);

        db.rows().forEach((table, rows) -> assertThat(rows).as(table).isEmpty());
        assertThat(db.count("projection_progress")).isZero();
    }

    private void handle(List<DomainEventMessage<BattleEvent>> batch) {
        db.inTransaction(() -> projection.apply(batch));
    }

    private static Map<String, Object> progress() {
        return db.jdbc()
                .queryForMap("select handled, created, last_occurred_at, last_received_at from projection_progress");
    }
}
