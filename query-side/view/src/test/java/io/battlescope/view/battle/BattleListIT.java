package io.battlescope.view.battle;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.PartyKind;
import io.battlescope.view.fixture.Answers;
import io.battlescope.view.fixture.QueryDatabase;
import io.battlescope.view.page.PageRequest;
import io.battlescope.view.side.BattleShare;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BattleListIT {

    private static QueryDatabase database;
    private static Answers answers;

    @BeforeAll
    static void start() {
        database = QueryDatabase.migrated();
        answers = new Answers(database);
    }

    @AfterAll
    static void stop() {
        answers.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        database.clear();
    }

    @Test
    void battlesThatMergedOrFellBelowTheirThresholdAreNotListed() {
        database.battle("seen").insert();
        database.battle("merged").with("merged_into", "seen").insert();
        database.battle("too-small").with("loss_count", 1).insert();
        database.battle("opened")
                .with("kill_count", 0)
                .with("loss_count", 0)
                .with("start_time", null)
                .with("end_time", null)
                .insert();

        assertThat(ids(BattleSort.NEWEST_ACTIVITY, 20)).containsExactly("seen");
    }

    @ParameterizedTest
    @EnumSource(BattleSort.class)
    void everyOrderPagesWithoutGapOrRepetition(BattleSort sort) {
        // many ties: the id must break them, or pages lose or repeat rows
        IntStream.range(0, 57)
                .forEach(i -> database.battle("b" + i)
                        .with("start_time", NOON.plusSeconds(i % 5))
                        .with("end_time", NOON.plusSeconds(60 + i % 4))
                        .with("kill_count", 2 + i % 3)
                        .with("pilot_count", 4 + i % 2)
                        .with("isk_destroyed", i % 6)
                        .insert());

        List<String> onePage = ids(sort, 100);

        assertThat(onePage).hasSize(57).doesNotHaveDuplicates();
        assertThat(ids(sort, 1)).isEqualTo(onePage);
        assertThat(ids(sort, 10)).isEqualTo(onePage);
        assertThat(ids(sort, 57)).isEqualTo(onePage);
    }

    @Test
    void whatStaysAsItIsAppearsExactlyOnceWhileOtherBattlesComeAndGrow() {
        IntStream.range(0, 40)
                .forEach(i -> database.battle("still" + i)
                        .with("end_time", NOON.plusSeconds(i))
                        .insert());
        IntStream.range(0, 40)
                .forEach(i -> database.battle("growing" + i)
                        .with("end_time", NOON.plusSeconds(i))
                        .insert());
        AtomicInteger step = new AtomicInteger();

        List<String> seen = answers
                .pages(7, page -> new FindBattles(BattleFilter.ANY, BattleSort.NEWEST_ACTIVITY, page), () -> {
                    int i = step.getAndIncrement();
                    database.battle("new" + i)
                            .with("end_time", NOON.plusSeconds(100 + i))
                            .insert();
                    database.asOwner()
                            .sql("update battle set end_time = end_time + interval '1 hour' where battle_id = :id")
                            .param("id", "growing" + i)
                            .update();
                })
                .stream()
                .map(battle -> battle.battle().battleId())
                .toList();

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .containsAll(IntStream.range(0, 40).mapToObj(i -> "still" + i).toList());
    }

    @Test
    void aBattleIsOngoingUntilItTellsThatItHasEnded() {
        database.battle("b").insert();
        assertThat(status("b")).isEqualTo(BattleStatus.ONGOING);

        database.asOwner().sql("update battle set status = 'ended'").update();
        assertThat(status("b")).isEqualTo(BattleStatus.ENDED);
    }

    @Test
    void aSumOfNothingKnownIsNotZeroIsk() {
        database.battle("b")
                .with("isk_destroyed", 0)
                .with("unvalued_kill_count", 2)
                .insert();

        database.side("b", new Party(PartyKind.ALLIANCE, 99000001), 1).insert();

        BattleDetail battle = answers.to(new FindBattle("b")).orElseThrow();

        assertThat(battle.battle().iskDestroyed()).isNull();
        assertThat(battle.unassigned().share()).isEqualTo(new BattleShare(2, 2, 4, null, null));
        assertThat(battle.sides().getFirst().share()).isEqualTo(new BattleShare(0, 0, 0, null, null));
    }

    @Test
    void theFirstAndTheDeepPageReadAFewRowsOffTheIndex() {
        database.asOwner().sql("""
                        insert into battle (battle_id, system_id, region_id, space_type, gap_seconds, min_losses,
                            min_shared_parties, opened_by_killmail_id, kill_count, loss_count, start_time, end_time, version,
                            merged_into)
                        select 'b' || i, 30000000 + i % 500, 10000000 + i % 50, 'kspace', 900, 2, 1, i, 5, 5,
                            timestamptz '2026-01-01Z' + i * interval '1 minute',
                            timestamptz '2026-01-01Z' + i * interval '1 minute', 1, case when i % 7 = 0 then 'b1' end
                        from generate_series(1, 20000) i
                        """).update();
        database.asOwner().sql("analyze battle").update();
        FindBattles first = new FindBattles(BattleFilter.ANY, BattleSort.NEWEST_ACTIVITY, PageRequest.first(20));
        FindBattles deep = new FindBattles(
                BattleFilter.ANY,
                BattleSort.NEWEST_ACTIVITY,
                first.page()
                        .next(BattleSort.NEWEST_ACTIVITY.position(
                                answers.to(first).items().getLast())));

        for (FindBattles question : List.of(first, deep)) {
            BattleListSql sql = BattleListSql.of(question);
            String plan = String.join(
                    "\n",
                    database.asOwner()
                            .sql("explain (costs off) " + sql.page())
                            .params(sql.parameters())
                            .query(String.class)
                            .list());

            assertThat(plan)
                    .contains("Index Scan using battle_activity")
                    .doesNotContain("Sort")
                    .doesNotContain("Seq Scan on battle");
        }
    }

    private static BattleStatus status(String battleId) {
        BattleStatus status =
                answers.to(new FindBattle(battleId)).orElseThrow().battle().status();
        assertThat(answers.to(new FindBattles(filter(status), BattleSort.NEWEST_ACTIVITY, PageRequest.first(100)))
                        .items())
                .as("the filter agrees with the answer")
                .extracting(battle -> battle.battle().battleId())
                .contains(battleId);
        return status;
    }

    private static BattleFilter filter(BattleStatus status) {
        BattleFilter any = BattleFilter.ANY;
        return new BattleFilter(
                any.systemIds(),
                any.constellationIds(),
                any.regionIds(),
                any.spaceTypes(),
                any.securityBands(),
                any.entities(),
                null,
                null,
                null,
                Set.of(status),
                null,
                null);
    }

    private static List<String> ids(BattleSort sort, int limit) {
        return answers.pages(limit, page -> new FindBattles(BattleFilter.ANY, sort, page), () -> {}).stream()
                .map(battle -> battle.battle().battleId())
                .toList();
    }
}
