package io.battlescope.projection.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.projection.battle.BattleProjections;
import io.battlescope.projection.fixture.BattleStory;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.QueryDb;
import io.battlescope.projection.fixture.RandomBattles;
import io.battlescope.projection.fixture.Records;
import io.battlescope.projection.processor.Projection;
import io.battlescope.projection.stream.KeepingConverter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Battles of which some cannot be handled for a while. */
class ParkingIT {

    private static final String TOKEN = "battles";

    private static QueryDb db;
    private static Projection battles;
    private static ParkingLot lot;

    private final Records records = new Records();
    private final KeepingConverter converter = new KeepingConverter(Records.CONVERTER);

    @BeforeAll
    static void migrate() {
        db = QueryDb.migrated();
        battles = BattleProjections.on(db.jdbc());
        lot = ParkingLots.on(db);
    }

    @BeforeEach
    void empty() {
        db.clear();
        lot.of(TOKEN, battles).forget();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void after_all_retries_the_rows_are_those_of_a_run_without_trouble(long seed) {
        List<ConsumerRecord<String, byte[]>> topic = topic(seed, 4);
        Map<String, List<String>> expected = withoutTrouble(topic);
        Poisoned poisoned = new Poisoned(battles);
        Random random = new Random(seed);
        List<ConsumerRecord<String, byte[]>> arriving = withSomeUnreadable(topic, random);
        for (int i = 0; i < 4; i++) {
            poisoned.poison(key(topic.get(random.nextInt(topic.size()))));
        }

        handle(poisoned, arriving.subList(0, arriving.size() / 2), random);
        assertThat(letters()).isPositive();
        retryAll(poisoned, "too early");
        handle(poisoned, arriving.subList(arriving.size() / 2, arriving.size()), random);
        assertThat(letters()).isPositive();
        poisoned.heal();
        // what nobody can read comes again from the event store
        handle(poisoned, records.again(missing(topic, arriving)), random);
        retryAll(poisoned, "after the fix");

        assertThat(db.count("parked_letter")).isZero();
        assertThat(db.count("parked_touch")).isZero();
        assertThat(db.rows()).isEqualTo(expected);
    }

    @Test
    void only_battles_that_exchange_killmails_with_a_parked_one_wait_for_it() {
        Poisoned poisoned = new Poisoned(battles);
        poisoned.poison("a#2");

        handleAtOnce(poisoned, exchange());

        assertThat(db.jdbc()
                        .queryForList(
                                "select sequence || '#' || number || coalesce(' waits for ' || waits_for, '')"
                                        + " from parked_letter order by sequence, number",
                                String.class))
                .containsExactly("a#2", "a#3 waits for a", "b#2 waits for a", "b#3 waits for b");
        assertThat(db.count("battle where battle_id = 'c' and status = 'ended'"))
                .isOne();
    }

    @Test
    void what_another_instance_parks_meanwhile_is_not_left_behind_by_a_retry() throws Exception {
        Poisoned poisoned = new Poisoned(battles);
        poisoned.poison("a#2");
        List<EventMessage<?>> story = exchange();
        handleAtOnce(poisoned, story.subList(0, story.size() - 2));
        poisoned.heal();
        CountDownLatch mayCommit = new CountDownLatch(1);

        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            CountDownLatch parked = new CountDownLatch(1);
            Future<?> batch = instances.submit(() -> db.inTransaction(() -> {
                lot.of(TOKEN, poisoned).apply(new ArrayList<>(story.subList(story.size() - 2, story.size())));
                parked.countDown();
                awaitQuietly(mayCommit);
            }));
            parked.await();
            Future<?> retry = instances.submit(() -> retryAll(poisoned, "beside"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> db.count("pg_locks where locktype = 'advisory' and not granted and database ="
                                    + " (select oid from pg_database where datname = current_database())")
                            == 1);
            mayCommit.countDown();
            batch.get();
            retry.get();
        }

        assertThat(letters()).isZero();
        assertThat(db.count("battle where status = 'ended'")).isEqualTo(3);
    }

    @Test
    void a_batch_that_is_taken_over_from_an_instance_that_hung_is_parked_once() {
        Poisoned poisoned = new Poisoned(battles);
        poisoned.poison("a#2");
        List<EventMessage<?>> story = exchange();
        // the token has another owner by now, so that the commit fails
        assertThatThrownBy(() -> db.inTransaction(() -> {
                    lot.of(TOKEN, poisoned).apply(story);
                    throw new IllegalStateException("claim lost");
                }))
                .hasMessage("claim lost");
        assertThat(letters()).isZero();

        handleAtOnce(poisoned, story);
        long once = letters();
        handleAtOnce(poisoned, story);

        assertThat(letters()).isEqualTo(once).isEqualTo(4);
    }

    /** Battle a gives a killmail to b while c minds its own business. */
    private List<EventMessage<?>> exchange() {
        BattleKillmail first = Mails.inBattle(1, 1, "5", Mails.victim(1, 1, 1, Mails.RIFTER));
        BattleKillmail second = Mails.inBattle(2, 2, "5", Mails.victim(2, 1, 1, Mails.RIFTER));
        BattleStory story = BattleStory.in(30_000_001)
                .opens("a", first, second)
                .opens("b", Mails.inBattle(3, 3, "5", Mails.victim(3, 1, 1, Mails.RIFTER)))
                .opens("c", Mails.inBattle(4, 4, "5", Mails.victim(4, 1, 1, Mails.RIFTER)))
                .ends("a")
                .moves("a", "b", 1)
                .ends("c")
                .ends("b");
        return new ArrayList<>(
                records.of(story.events()).stream().map(converter::read).toList());
    }

    private static void handleAtOnce(Parkable parkable, List<EventMessage<?>> events) {
        db.inTransaction(() -> lot.of(TOKEN, parkable).apply(events));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String key(ConsumerRecord<String, byte[]> origin) {
        EventMessage<?> event = new KeepingConverter(Records.CONVERTER).read(origin);
        return battles.sequenceOf(event) + "#" + ((DomainEventMessage<?>) event).getSequenceNumber();
    }

    private List<ConsumerRecord<String, byte[]>> topic(long seed, int systems) {
        List<DomainEventMessage<BattleEvent>> events =
                RandomBattles.interleave(RandomBattles.bySystem(seed, systems), seed);
        return records.of(events);
    }

    private Map<String, List<String>> withoutTrouble(List<ConsumerRecord<String, byte[]>> topic) {
        db.inTransaction(() -> battles.apply(topic.stream().map(converter::read).toList()));
        Map<String, List<String>> rows = db.rows();
        db.clear();
        return rows;
    }

    private static List<ConsumerRecord<String, byte[]>> withSomeUnreadable(
            List<ConsumerRecord<String, byte[]>> topic, Random random) {
        List<ConsumerRecord<String, byte[]>> some = new ArrayList<>(topic);
        for (int i = 0; i < 2; i++) {
            int at = random.nextInt(some.size());
            some.set(at, random.nextBoolean() ? Records.broken(some.get(at)) : Records.withoutHeaders(some.get(at)));
        }
        return some;
    }

    private static List<ConsumerRecord<String, byte[]>> missing(
            List<ConsumerRecord<String, byte[]>> topic, List<ConsumerRecord<String, byte[]>> arrived) {
        List<ConsumerRecord<String, byte[]>> missing = new ArrayList<>(topic);
        missing.removeAll(arrived);
        return missing;
    }

    private void handle(Parkable parkable, List<ConsumerRecord<String, byte[]>> topic, Random random) {
        Parking parking = lot.of(TOKEN, parkable);
        int from = 0;
        while (from < topic.size()) {
            int to = Math.min(topic.size(), from + 1 + random.nextInt(40));
            List<EventMessage<?>> batch = new ArrayList<>();
            topic.subList(from, to).forEach(origin -> batch.add(converter.read(origin)));
            db.inTransaction(() -> parking.apply(batch));
            from = to;
        }
    }

    private void retryAll(Parkable parkable, String actId) {
        ParkedSequences parked = lot.parkedBy(TOKEN);
        Selection all = new Selection(null, null, null);
        boolean more = true;
        while (more) {
            List<String> next = new ArrayList<>();
            db.inTransaction(() -> {
                parked.next(all, actId).ifPresent(next::add);
                next.forEach(sequence -> parked.retry(sequence, parkable, converter, actId));
            });
            more = !next.isEmpty();
        }
        // records without headers are of no battle, and nothing can be made of them
        db.inTransaction(() -> parked.evict(new Selection(null, null, "headers and body")));
    }

    private static long letters() {
        return db.count("parked_letter");
    }
}
