package io.battlescope.command.attribution;

import static io.battlescope.command.story.KillmailBuilder.RIFTER;
import static io.battlescope.command.story.KillmailBuilder.aKillmail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.battle.KillmailsRevalued;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.command.battle.Battle;
import io.battlescope.command.story.KillmailBuilder;
import io.battlescope.command.story.Pilot;
import io.battlescope.testing.TestInfrastructure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("Which of a killmail's values a battle counts")
class RevaluationsIT {

    private static final int PARTITION = 3;
    private static final int FIRST_SYSTEM = 30_001_000;
    private static final Pilot ANN = Pilot.of(Pilot.GOONSWARM, 1);
    private static final Pilot BOB = Pilot.of(Pilot.FRATERNITY, 2);
    private static final Instant YESTERDAY = Instant.parse("2021-11-27T12:00:00Z");
    private static final Instant LATER = Instant.parse("2021-11-28T13:00:00Z");

    private final TestInfrastructure infrastructure = TestInfrastructure.running();
    private final DriverManagerDataSource battlesDb =
            new DriverManagerDataSource(infrastructure.newDatabase("battles"), infrastructure.databaseOwner(), "");
    private final Map<String, List<BattleEvent>> stored = new HashMap<>();
    private AttributionPipeline pipeline;

    @BeforeEach
    void start() {
        Flyway.configure()
                .dataSource(battlesDb)
                .locations("classpath:db/battles")
                .load()
                .migrate();
        pipeline = AttributionPipeline.over(
                LinkageRule.DEFAULT,
                new QuietTime(1_800),
                new BattlesStore(battlesDb),
                new TransactionTemplate(new JdbcTransactionManager(battlesDb)),
                new RememberedBattles(stored),
                new Refusal(),
                outcome -> {});
        pipeline.assign(Set.of(PARTITION), system -> PARTITION);
    }

    @Test
    @DisplayName("depends on the deliveries, not on their order, repeats or batches")
    void isAFunctionOfTheDeliveries() {
        for (int story = 0; story < 40; story++) {
            Random random = new Random(story);
            List<Delivery> deliveries = new ArrayList<>(deliveries(FIRST_SYSTEM + story));
            deliveries.addAll(List.copyOf(deliveries).subList(0, random.nextInt(deliveries.size())));
            Collections.shuffle(deliveries, random);
            int cut = random.nextInt(deliveries.size());
            pipeline.process(deliveries.subList(0, cut));
            pipeline.process(deliveries.subList(cut, deliveries.size()));
        }

        assertThat(totals())
                .hasSize(40)
                .allSatisfy(totals -> assertThat(totals.iskDestroyed()).isEqualByComparingTo("1000250"));
        assertThat(archived(1L)).isEqualByComparingTo("250");
    }

    @Test
    @DisplayName("is the market's rather than the base price of the same receipt, and no event without another figure")
    void theMarketBeatsTheBasePrice() {
        EnrichedKillmail base = kill(FIRST_SYSTEM)
                .worth("900", KillmailValue.CCP_BASE_PRICE, YESTERDAY, 0)
                .enriched();
        EnrichedKillmail market = kill(FIRST_SYSTEM)
                .worth("400", KillmailValue.ESI_MARKET, LATER, 0)
                .enriched();
        EnrichedKillmail sameAgain = kill(FIRST_SYSTEM)
                .worth("400", KillmailValue.ESI_MARKET, LATER.plusSeconds(1), 0)
                .enriched();

        pipeline.process(List.of(delivery(base), delivery(companion(FIRST_SYSTEM))));
        pipeline.process(List.of(delivery(market)));
        pipeline.process(List.of(delivery(sameAgain), delivery(base)));

        assertThat(totals())
                .singleElement()
                .satisfies(totals -> assertThat(totals.iskDestroyed()).isEqualByComparingTo("1000400"));
        assertThat(stored.values().stream().flatMap(List::stream))
                .filteredOn(event -> event instanceof KillmailsRevalued)
                .hasSize(1);
    }

    /** Two estimates of the first receipt, zKillboard's figure, its correction, and a late estimate; all but the order is told. */
    private static List<Delivery> deliveries(int system) {
        return List.of(
                delivery(companion(system)),
                delivery(kill(system)
                        .worth("900", KillmailValue.CCP_BASE_PRICE, YESTERDAY, 0)
                        .enriched()),
                delivery(kill(system)
                        .worth("400", KillmailValue.ESI_MARKET, LATER, 0)
                        .enriched()),
                delivery(kill(system)
                        .worth("300", KillmailValue.ZKILLBOARD, LATER, 3_600)
                        .enriched()),
                delivery(kill(system)
                        .worth("250", KillmailValue.ZKILLBOARD, LATER, 7_200)
                        .enriched()),
                delivery(kill(system)
                        .worth("999", KillmailValue.ESI_MARKET, LATER, 9_000)
                        .enriched()),
                delivery(kill(system).ofUnknownWorth().enriched()));
    }

    private static KillmailBuilder kill(int system) {
        return aKillmail(1 + 2L * (system - FIRST_SYSTEM))
                .in(system)
                .at("10:00")
                .of(RIFTER, ANN)
                .by(BOB);
    }

    private static EnrichedKillmail companion(int system) {
        return aKillmail(2 + 2L * (system - FIRST_SYSTEM))
                .in(system)
                .at("10:05")
                .of(RIFTER, BOB)
                .by(ANN)
                .enriched();
    }

    private List<BattleTotals> totals() {
        return stored.values().stream()
                .map(events -> events.stream().reduce(Battle.NONE, Battle::evolve, (a, b) -> b))
                .map(Battle::totals)
                .toList();
    }

    private BigDecimal archived(long killmailId) {
        return new BigDecimal(JdbcClient.create(battlesDb)
                .sql(
                        "select convert_from(payload, 'UTF8')::jsonb #>> '{value,isk}' from killmail where killmail_id = ?")
                .param(killmailId)
                .query(String.class)
                .single());
    }

    private static Delivery delivery(EnrichedKillmail mail) {
        try {
            byte[] payload = MessageJson.mapper().writeValueAsBytes(mail);
            return new Delivery(PARTITION, PARTITION + "@" + mail.killmailId(), payload, mail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Refusal implements KillmailSetAside {

        @Override
        public void setAside(Delivery delivery, RuntimeException reason) {
            throw reason;
        }

        @Override
        public void setAside(OutboxRow row, PlannedCommand command, RuntimeException reason) {
            throw reason;
        }
    }
}
