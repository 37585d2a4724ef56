package io.battlescope.projection.battle;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.PartySide;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.PartyKind;
import io.battlescope.projection.fixture.BattleStory;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.QueryDb;
import io.battlescope.projection.fixture.RandomBattles;
import io.battlescope.projection.sql.ProgressStores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Killmails that leave, move and change value; sides; acts of admins; history. */
class CorrectedBattlesIT {

    private static final int SYSTEM = 30000142;
    private static final Party REDS = new Party(PartyKind.ALLIANCE, Mails.FIRST_ALLIANCE + 1);
    private static final Party BLUES = new Party(PartyKind.ALLIANCE, Mails.FIRST_ALLIANCE + 2);

    /** Tables that depend on the killmails a battle holds and on nothing else. */
    private static final List<String> OF_THE_SET =
            List.of("battle_killmail", "battle_participant", "battle_participant_hull", "battle_entity", "battle_pair");

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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void after_corrections_the_rows_are_those_of_a_battle_that_never_needed_any(long seed) {
        BattleStory story = RandomBattles.story(seed);
        inRandomBatches(story.events(), seed);
        Map<String, List<String>> corrected = rowsOfTheSet();
        db.clear();

        handle(story.asIfNewlyTold().events());

        assertThat(corrected).isEqualTo(rowsOfTheSet());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void random_batches_with_repeats_end_as_one_batch_does(long seed) {
        List<DomainEventMessage<BattleEvent>> events = RandomBattles.interleave(RandomBattles.bySystem(seed, 4), seed);
        handle(events);
        Map<String, List<String>> whole = db.rows();
        assertThat(whole.get("battle_history")).hasSize(events.size());
        db.clear();

        inRandomBatches(events, seed);

        assertThat(db.rows()).isEqualTo(whole);
    }

    @Test
    void a_killmail_that_moves_ends_in_one_battle_wherever_batches_are_cut_and_whichever_battle_is_told_first() {
        BattleStory story = BattleStory.in(SYSTEM)
                .opens("a", mail(1), mail(2), mail(3))
                .opens("b", mail(4))
                .moves("a", "b", 2, 3);
        List<DomainEventMessage<BattleEvent>> events = story.events();
        List<DomainEventMessage<BattleEvent>> otherWayRound = new ArrayList<>(events);
        Collections.swap(otherWayRound, events.size() - 1, events.size() - 2);
        handle(story.asIfNewlyTold().events());
        Map<String, List<String>> expected = rowsOfTheSet();

        for (List<DomainEventMessage<BattleEvent>> order : List.of(events, otherWayRound)) {
            for (int cut = 0; cut < order.size(); cut++) {
                db.clear();
                handle(order.subList(0, cut));
                handle(order.subList(cut, order.size()));
                assertThat(rowsOfTheSet()).as("cut before event %d", cut).isEqualTo(expected);
            }
        }
        assertThat(db.jdbc().queryForList("select battle_id from battle_killmail order by killmail_id", String.class))
                .containsExactly("a", "b", "b", "b");
    }

    @Test
    void a_battle_of_several_chunks_is_counted_anew_whole() {
        BattleStory story = BattleStory.in(SYSTEM)
                .opens("b", IntStream.range(1, 451).mapToObj(id -> mail(id)).toArray(BattleKillmail[]::new))
                .removes("b", 17);
        handle(story.events());

        Map<String, List<String>> corrected = rowsOfTheSet();
        assertThat(corrected.get("battle_killmail")).hasSize(449);
        assertThat(db.count("battle_mail")).isEqualTo(450);
        db.clear();
        handle(story.asIfNewlyTold().events());
        assertThat(corrected).isEqualTo(rowsOfTheSet());
    }

    @Test
    void a_battle_that_gave_everything_away_keeps_its_row_and_its_history() {
        handle(BattleStory.in(SYSTEM)
                .opens("a", mail(1))
                .opens("b", mail(2))
                .moves("a", "b", 1)
                .events());

        assertThat(battle("a")).containsEntry("kill_count", 0).containsEntry("start_time", null);
        assertThat(db.count("battle_participant where battle_id = 'a'")).isZero();
        assertThat(db.count("battle_pair where battle_id = 'a'")).isZero();
        assertThat(db.count("battle_history where battle_id = 'a'")).isEqualTo(3);
    }

    @Test
    void a_merged_battle_leaves_its_history_and_a_reopened_one_starts_with_nothing() {
        BattleStory story = BattleStory.in(SYSTEM)
                .opens("a", mail(1))
                .opens("b", mail(2), mail(3))
                .draws("b", 2, new PartySide(REDS, 1, false), new PartySide(BLUES, 2, false))
                .corrects("b", "t", 0, new OverlayAct.SetTitle("Two suns"))
                .ends("b")
                .absorbs("a", "b", 3);
        handle(story.events());
        assertThat(battle("b"))
                .containsEntry("merged_into", "a")
                .containsEntry("title", null)
                .containsEntry("side_count", 0)
                .containsEntry("status", "ongoing");
        for (String table : List.of("battle_side", "battle_overlay", "battle_pair", "battle_killmail")) {
            assertThat(db.count(table + " where battle_id = 'b'")).as(table).isZero();
        }
        assertThat(db.count("battle_history where battle_id = 'b'")).isEqualTo(6);

        int told = story.events().size();
        handle(story.reopens("b").events().subList(told, told + 1));
        assertThat(battle("b")).containsEntry("merged_into", null).containsEntry("kill_count", 0);

        handle(story.moves("a", "b", 2, 3).events());
        assertThat(battle("b")).containsEntry("kill_count", 2);
        Map<String, List<String>> rows = rowsOfTheSet();
        db.clear();
        handle(story.asIfNewlyTold().events());
        assertThat(rows).isEqualTo(rowsOfTheSet());
    }

    @Test
    void the_latest_title_in_force_counts() {
        BattleStory story = BattleStory.in(SYSTEM)
                .opens("b", mail(1))
                .corrects("b", "act-1", 10, new OverlayAct.SetTitle("First"))
                .corrects("b", "act-2", 20, new OverlayAct.SetTitle("Second"))
                // asked for earlier, told later
                .corrects("b", "act-0", 5, new OverlayAct.SetTitle("Late"))
                .corrects("b", "note", 30, new OverlayAct.Annotate("A title is no note"));
        handle(story.events());
        assertThat(battle("b")).containsEntry("title", "Second");

        handle(story.undoes("b", "act-2", "undo-2").events());
        assertThat(battle("b")).containsEntry("title", "First");
        assertThat(db.jdbc().queryForMap("select * from battle_overlay where act_id = 'act-2'"))
                .containsEntry("undone_by", "undo-2")
                .containsEntry("actor", "alice");

        handle(story.corrects("b", "act-3", 40, new OverlayAct.SetTitle("")).events());
        assertThat(battle("b")).containsEntry("title", null);

        handle(story.undoes("b", "act-3", "undo-3").events());
        assertThat(battle("b")).containsEntry("title", "First");
    }

    @Test
    void sides_are_those_told_last_and_a_party_without_side_and_pin_has_no_row() {
        handle(BattleStory.in(SYSTEM)
                .opens("b", mail(1))
                .draws("b", 2, new PartySide(REDS, 1, false), new PartySide(BLUES, 2, false))
                .draws("b", 2, new PartySide(BLUES, null, true))
                .events());
        assertThat(db.jdbc().queryForMap("select * from battle_side where party_id = ?", BLUES.id()))
                .containsEntry("party_kind", "alliance")
                .containsEntry("side_id", null)
                .containsEntry("pinned", true);
        assertThat(battle("b")).containsEntry("side_count", 2);

        db.clear();
        handle(BattleStory.in(SYSTEM)
                .opens("b", mail(1))
                .draws("b", 2, new PartySide(REDS, 1, false), new PartySide(BLUES, 2, false))
                .draws("b", 1, new PartySide(BLUES, null, false))
                .events());
        assertThat(db.jdbc().queryForList("select party_id from battle_side", Long.class))
                .containsExactly(REDS.id());
    }

    @Test
    void rule_and_state_are_those_told_last() {
        BattleStory story = BattleStory.in(SYSTEM)
                .opens("b", mail(1))
                .adopts("b", new LinkageRule(300, 3, 2))
                .ends("b");
        handle(story.events());
        assertThat(battle("b"))
                .containsEntry("gap_seconds", 300)
                .containsEntry("min_losses", 3)
                .containsEntry("min_shared_parties", 2)
                .containsEntry("status", "ended");

        handle(story.resumes("b").events());
        assertThat(battle("b")).containsEntry("status", "ongoing").containsEntry("version", 4L);
    }

    @Test
    void history_tells_each_event_with_killmails_in_brief() {
        BattleStory story = BattleStory.in(SYSTEM)
                .opens("b", mail(1), mail(2))
                .revalues("b", 2, null)
                .removes("b", 2)
                .draws("b", 1, new PartySide(REDS, 1, false));
        handle(story.events());

        assertThat(db.jdbc().queryForList("select kind from battle_history order by sequence", String.class))
                .containsExactly(
                        "BattleOpened", "KillmailsAttributed", "KillmailsRevalued", "KillmailsRemoved", "SidesDrawn");
        assertThat(data(1)).isEqualTo("""
                {"totals": {"endTime": "2026-11-20T12:00:02Z", "killCount": 2, "lossCount": 2, "startTime": \
                "2026-11-20T12:00:01Z", "pilotCount": 3, "iskDestroyed": 3.50, "unvaluedKillCount": 0}, "killmails": \
                [{"isk": 1.50, "killmailId": 1, "occurredAt": "2026-11-20T12:00:01Z", "victimPartyId": 99000001}, \
                {"isk": 2.00, "killmailId": 2, "occurredAt": "2026-11-20T12:00:02Z", "victimPartyId": 99000001}]}""");
        assertThat(data(2)).contains("""
                "killmails": [{"before": 2.00, "killmailId": 2, "occurredAt": "2026-11-20T12:00:02Z", "victimPartyId": \
                99000001}]""");
        assertThat(data(3)).contains("\"cause\": \"excluded\"", "\"actId\": \"act\"", "\"killCount\": 1");
        assertThat(data(4)).contains("\"sideCount\": 1", "\"changes\": [{");
    }

    @Test
    void evidence_between_parties_is_kept_and_follows_the_value() {
        BattleStory story = BattleStory.in(SYSTEM).opens("b", mail(1), mail(2));
        handle(story.events());
        assertThat(pair())
                .containsEntry("kills_by_low", 0)
                .containsEntry("kills_by_high", 2)
                .containsEntry("mails_by_high", 2)
                .hasEntrySatisfying("isk_by_high", isk -> assertThat(isk).hasToString("3.50"));

        handle(story.revalues("b", 2, "4000000.25").events());
        assertThat(pair())
                .containsEntry("kills_by_high", 2)
                .hasEntrySatisfying("isk_by_high", isk -> assertThat(isk).hasToString("4000001.75"));
        assertThat(db.jdbc().queryForObject("select sum(isk_lost) from battle_participant", String.class))
                .isEqualTo("4000001.75");
        assertThat(db.jdbc().queryForObject("select sum(isk) from battle_killmail", String.class))
                .isEqualTo("4000001.75");
    }

    @Test
    void a_zero_character_in_what_an_admin_wrote_does_not_stand_in_the_way() {
        handle(BattleStory.in(SYSTEM)
                .opens("b", mail(1))
                .corrects("b", "t", 0, new OverlayAct.SetTitle("No\0thing \\u0000"))
                .events());

        assertThat(battle("b")).containsEntry("title", "Nothing \\u0000");
    }

    /** The blue pilot kills a red one. */
    private static BattleKillmail mail(long id) {
        int pilot = (int) (id % 7);
        return Mails.inBattle(
                id,
                (int) id,
                id == 1 ? "1.50" : id + ".00",
                Mails.victim(pilot, 1, 1, Mails.RIFTER),
                Mails.attacker(50, 2, 2, Mails.RIFTER, 100, true));
    }

    private static Map<String, Object> battle(String battleId) {
        return db.jdbc().queryForMap("select * from battle where battle_id = ?", battleId);
    }

    private static Map<String, Object> pair() {
        return db.jdbc().queryForMap("select * from battle_pair where (low, high) = (?, ?)", REDS.id(), BLUES.id());
    }

    private static String data(int sequence) {
        return db.jdbc()
                .queryForObject("select data::text from battle_history where sequence = ?", String.class, sequence);
    }

    private static Map<String, List<String>> rowsOfTheSet() {
        Map<String, List<String>> rows = new TreeMap<>(db.rows());
        rows.keySet().retainAll(OF_THE_SET);
        return rows;
    }

    private static void inRandomBatches(List<DomainEventMessage<BattleEvent>> events, long seed) {
        Random random = new Random(seed);
        int from = 0;
        while (from < events.size()) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(12));
            // some of it has been handled before
            handle(events.subList(Math.max(0, from - random.nextInt(6)), to));
            from = to;
        }
    }

    private static void handle(List<DomainEventMessage<BattleEvent>> batch) {
        db.inTransaction(() -> projection.apply(batch));
    }
}
