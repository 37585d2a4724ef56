package io.battlescope.enrichment.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.battlescope.api.entity.EntityKind;
import io.battlescope.api.entity.EntityUpdated;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.esi.EsiReport;
import io.battlescope.esi.EsiUnavailableException;
import io.battlescope.kit.deadletter.DeadLetters;
import io.battlescope.testing.TestInfrastructure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Who is asked for, how often and when again; with a real Redis and a clock that moves by hand. */
class NamesWithRedisIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.running();
    private static final Errand.Ticker GOONS = new Errand.Ticker(EntityKind.ALLIANCE, 1_354_830_081L);
    private static LettuceConnectionFactory connections;

    private final HandClock clock = new HandClock();
    private final KnowingEsi esi = new KnowingEsi();
    private final Published published = new Published();
    private final String deployment = "t" + UUID.randomUUID() + ".";
    private final Instance one = new Instance();

    @BeforeAll
    static void connect() {
        connections = new LettuceConnectionFactory(INFRASTRUCTURE.redisHost(), INFRASTRUCTURE.redisPort());
        connections.afterPropertiesSet();
        connections.start();
    }

    @AfterAll
    static void disconnect() {
        connections.destroy();
    }

    @Test
    void ids_go_out_sorted_a_thousand_at_once() throws Exception {
        one.namer.name(LongStream.rangeClosed(1, 2_500).boxed().toList());

        assertThat(esi.asked).extracting(List::size).containsExactly(1_000, 1_000, 500);
        assertThat(names()).hasSize(2_500);
    }

    @Test
    void one_bad_id_in_a_thousand_costs_eleven_errors_and_everybody_else_is_named() throws Exception {
        esi.unknown.add(617L);

        one.namer.name(LongStream.rangeClosed(1, 1_000).boxed().toList());

        assertThat(names()).hasSize(999).extracting(EntityUpdated::id).doesNotContain(617L);
        assertThat(esi.asked.stream().filter(ids -> ids.contains(617L)).count()).isLessThanOrEqualTo(11);
        assertThat(letters()).singleElement().returns("617", DeadLetter::position);
    }

    @Test
    void what_was_named_before_a_search_was_broken_off_is_told_and_known_to_all() throws Exception {
        List<Long> ids = LongStream.rangeClosed(1, 64).boxed().toList();
        esi.questionsLeft = 4;
        esi.unknown.add(64L);

        assertThatExceptionOfType(EsiUnavailableException.class).isThrownBy(() -> one.namer.name(ids));

        assertThat(names()).hasSize(48);
        assertThat(one.memory.of(ids)).hasSize(48);
        assertThat(new Instance().memory.of(ids)).as("another instance knows").hasSize(48);
    }

    @Test
    void a_refusal_that_is_not_about_the_ids_condemns_nobody() {
        esi.unknown.add(1L);
        esi.refusal = 401;

        assertThatExceptionOfType(EsiUnavailableException.class)
                .isThrownBy(() -> one.namer.name(List.of(1L, 2L)))
                .returns("refused", EsiUnavailableException::state);
        assertThat(esi.asked).hasSize(1);
        assertThat(letters()).isEmpty();
    }

    @Test
    void an_id_that_the_answer_passes_over_is_set_aside() throws Exception {
        esi.passedOver.add(2L);

        one.namer.name(List.of(1L, 2L));

        assertThat(names()).extracting(EntityUpdated::id).containsExactly(1L);
        assertThat(letters()).extracting(DeadLetter::position).containsExactly("2");
    }

    @Test
    void a_bad_id_is_asked_again_after_an_hour_then_after_two_and_named_at_last() throws Exception {
        esi.unknown.add(7L);
        one.namer.name(List.of(7L));
        clock.advance(Duration.ofMinutes(59));
        one.errands.doDue();
        assertThat(esi.asked).hasSize(1);

        clock.advance(Duration.ofMinutes(2));
        Instance another = new Instance();
        another.errands.doDue();
        one.errands.doDue();
        assertThat(esi.asked).as("by one of the instances").hasSize(2);

        clock.advance(Duration.ofMinutes(61));
        one.errands.doDue();
        assertThat(esi.asked).as("not after one hour").hasSize(2);
        esi.unknown.clear();
        clock.advance(Duration.ofMinutes(61));
        one.errands.doDue();
        assertThat(names()).extracting(EntityUpdated::id).containsExactly(7L);
        clock.advance(Duration.ofDays(10));
        one.errands.doDue();
        assertThat(esi.asked).hasSize(3);
    }

    @Test
    void an_errand_that_nobody_finished_comes_up_again() {
        one.agenda.putSoon(GOONS);
        assertThat(one.agenda.take(10)).containsExactly(GOONS);
        assertThat(new Instance().agenda.take(10)).isEmpty();

        clock.advance(Duration.ofMinutes(11));

        assertThat(new Instance().agenda.take(10)).containsExactly(GOONS);
    }

    @Test
    void a_ticker_is_kept_follows_each_name_and_is_renewed_with_its_etag() throws Exception {
        one.tickers.follow(GOONS);
        one.tickers.follow(GOONS);
        assertThat(esi.got).containsExactly("/alliances/1354830081 null");
        assertThat(names())
                .hasSize(2)
                .allSatisfy(entity -> assertThat(entity.ticker()).isEqualTo("CONDI"));

        clock.advance(Duration.ofDays(8));
        one.agenda.putSoon(GOONS);
        one.errands.doDue();

        assertThat(esi.got).hasSize(2).last().isEqualTo("/alliances/1354830081 \"1\"");
        assertThat(names().getLast())
                .isEqualTo(new EntityUpdated(
                        GOONS.id(), EntityKind.ALLIANCE, "Goonswarm Federation", "CONDI", clock.instant()));
        assertThat(one.memory.of(List.of(GOONS.id()))).containsKey(GOONS.id());
    }

    @Test
    void pauses_double_up_to_a_week() {
        assertThat(LongStream.of(1, 2, 3, 8, 9, 500).mapToObj(UnknownIds::pauseAfter))
                .containsExactly(
                        Duration.ofHours(1),
                        Duration.ofHours(2),
                        Duration.ofHours(4),
                        Duration.ofHours(128),
                        Duration.ofDays(7),
                        Duration.ofDays(7));
    }

    private List<EntityUpdated> names() {
        return published.on(Topic.ENTITY_UPDATED, EntityUpdated.class);
    }

    private List<DeadLetter> letters() {
        return published.on(Topic.ENTITY_UPDATED_DLT, DeadLetter.class);
    }

    /** One of several that share a Redis. */
    private final class Instance {

        private final Shelf shelf = new Shelf(new StringRedisTemplate(connections), deployment);
        private final Memory memory = new Memory(shelf, clock);
        private final Agenda agenda = new Agenda(shelf, clock);
        private final NameStatus status = new NameStatus(new NoReport());
        private final EntityTopic topic = new EntityTopic(published, Published.NAMES);
        private final UnknownIds unknown =
                new UnknownIds(new DeadLetters(published, Published.NAMES), memory, agenda, clock, status);
        private final Namer namer = new Namer(esi, topic, memory, unknown, clock, status);
        private final Tickers tickers = new Tickers(esi, topic, memory, unknown, shelf, clock, status);
        private final Errands errands = new Errands(agenda, memory, namer, tickers, Duration.ofDays(1));
    }

    private record NoReport() implements EsiReport {

        @Override
        public Map<String, Long> counters() {
            return Map.of();
        }

        @Override
        public Map<String, String> notes() {
            return Map.of();
        }
    }

    private static final class HandClock extends Clock {

        private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        private void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
