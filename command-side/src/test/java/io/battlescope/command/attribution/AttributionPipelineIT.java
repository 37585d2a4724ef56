package io.battlescope.command.attribution;

import static io.battlescope.command.story.KillmailBuilder.RIFTER;
import static io.battlescope.command.story.KillmailBuilder.aKillmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.command.story.Pilot;
import io.battlescope.testing.TestInfrastructure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("The pipeline")
class AttributionPipelineIT {

    private static final int PARTITION = 3;
    private static final Pilot ANN = Pilot.of(Pilot.GOONSWARM, 1);
    private static final Pilot BOB = Pilot.of(Pilot.FRATERNITY, 2);

    private final TestInfrastructure infrastructure = TestInfrastructure.running();
    private final DriverManagerDataSource battlesDb =
            new DriverManagerDataSource(infrastructure.newDatabase("battles"), infrastructure.databaseOwner(), "");
    private final Map<String, List<BattleEvent>> stored = new HashMap<>();
    private final List<String> setAside = new ArrayList<>();
    private final List<ActOutcome> outcomes = new ArrayList<>();

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(battlesDb)
                .locations("classpath:db/battles")
                .load()
                .migrate();
    }

    @Test
    @DisplayName("tells battles after a crash what was decided before it")
    void tellsAfterACrash() {
        Instance crashes = new Instance();
        crashes.pipeline.assign(Set.of(PARTITION), system -> PARTITION);
        crashes.battles.goAway(1);
        assertThatThrownBy(() -> crashes.pipeline.process(List.of(kill(1, "10:00"), kill(2, "10:05"))))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(stored).isEmpty();

        Instance successor = new Instance();
        successor.pipeline.assign(Set.of(PARTITION), system -> PARTITION);
        assertThat(killmails()).containsExactly(Set.of(1L, 2L));

        // the topic delivers again what was never acknowledged
        successor.pipeline.process(List.of(kill(1, "10:00"), kill(2, "10:05"), kill(3, "10:10")));
        assertThat(killmails()).containsExactly(Set.of(1L, 2L, 3L));
        assertThat(setAside).isEmpty();
    }

    @Test
    @DisplayName("takes up its own work again once the store is back")
    void recoversByItself() {
        Instance instance = new Instance();
        instance.pipeline.assign(Set.of(PARTITION), system -> PARTITION);
        List<Delivery> poll = List.of(kill(1, "10:00"), kill(2, "10:05"));
        instance.battles.goAway(3);
        assertThatThrownBy(() -> instance.pipeline.process(poll))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThatThrownBy(() -> instance.pipeline.process(poll))
                .isInstanceOf(DataAccessResourceFailureException.class);
        instance.pipeline.idle();
        assertThat(stored).isEmpty();
        instance.pipeline.idle();
        assertThat(killmails()).containsExactly(Set.of(1L, 2L));
    }

    @Test
    @DisplayName("writes nothing for a partition that another instance has taken over")
    void isTurnedAwayWhenTakenOver() {
        Instance zombie = new Instance();
        zombie.pipeline.assign(Set.of(PARTITION), system -> PARTITION);
        zombie.pipeline.process(List.of(kill(1, "10:00"), kill(2, "10:05")));
        Instance successor = new Instance();
        successor.pipeline.assign(Set.of(PARTITION), system -> PARTITION);

        assertThatThrownBy(() -> zombie.pipeline.process(List.of(kill(3, "10:10"))))
                .isInstanceOf(PartitionLostException.class);
        assertThat(count("killmail")).isEqualTo(2);
        successor.pipeline.process(List.of(kill(3, "10:10")));
        assertThat(killmails()).containsExactly(Set.of(1L, 2L, 3L));
    }

    @Test
    @DisplayName("never uses a battle it remembered before its partitions moved")
    void forgetsWhenPartitionsMove() {
        Instance first = new Instance();
        first.pipeline.assign(Set.of(PARTITION), system -> PARTITION);
        first.pipeline.process(List.of(kill(1, "10:00"), kill(2, "10:05")));
        Instance second = new Instance();
        second.pipeline.assign(Set.of(PARTITION), system -> PARTITION);
        second.pipeline.process(List.of(kill(3, "10:10")));

        first.pipeline.assign(Set.of(PARTITION), system -> PARTITION);
        first.pipeline.process(List.of(kill(4, "10:15")));

        assertThat(killmails()).containsExactly(Set.of(1L, 2L, 3L, 4L));
        assertThat(first.battles.conflicts + second.battles.conflicts).isZero();
    }

    @Test
    @DisplayName("merges battles that a late killmail links; the larger one survives")
    void mergesLate() {
        Instance instance = new Instance();
        instance.pipeline.assign(Set.of(PARTITION), system -> PARTITION);
        instance.pipeline.process(List.of(kill(1, "10:00"), kill(2, "10:05")));
        instance.pipeline.process(List.of(kill(5, "10:30"), kill(6, "10:33"), kill(7, "10:35")));
        assertThat(killmails()).containsExactlyInAnyOrder(Set.of(1L, 2L), Set.of(5L, 6L, 7L));

        instance.pipeline.process(List.of(kill(4, "10:18")));

        assertThat(killmails()).contains(Set.of(1L, 2L, 4L, 5L, 6L, 7L));
        assertThat(count("cluster")).isEqualTo(1);
        assertThat(setAside).isEmpty();
    }

    @Test
    @DisplayName("keeps every killmail, also those that can be in no battle")
    void keepsEveryKillmail() {
        Instance instance = new Instance();
        instance.pipeline.assign(Set.of(PARTITION), system -> PARTITION);
        instance.pipeline.process(List.of(
                delivery(aKillmail(1).of(RIFTER, ANN).byNpcs().enriched()),
                delivery(aKillmail(2).in(32_000_100).of(RIFTER, ANN).by(BOB).enriched()),
                delivery(aKillmail(3).of(RIFTER, ANN).by(BOB).enriched())));
        assertThat(count("killmail")).isEqualTo(3);
        assertThat(count("placement")).isEqualTo(1);
        assertThat(stored).isEmpty();
    }

    private final class Instance {
        private final RememberedBattles battles = new RememberedBattles(stored);
        private final AttributionPipeline pipeline;

        private Instance() {
            BattlesStore store = new BattlesStore(battlesDb);
            TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(battlesDb));
            KillmailSetAside office = new Office();
            pipeline = AttributionPipeline.over(
                    LinkageRule.DEFAULT, new QuietTime(1_800), store, transaction, battles, office, outcomes::add);
        }
    }

    private final class Office implements KillmailSetAside {
        @Override
        public void setAside(Delivery delivery, RuntimeException reason) {
            setAside.add(delivery.position() + " " + reason);
        }

        @Override
        public void setAside(OutboxRow row, PlannedCommand command, RuntimeException reason) {
            setAside.add(command + " " + reason);
        }
    }

    private static Delivery kill(long id, String at) {
        return delivery(aKillmail(id).at(at).of(RIFTER, ANN).by(BOB).enriched());
    }

    private static Delivery delivery(EnrichedKillmail mail) {
        try {
            return new Delivery(
                    PARTITION,
                    PARTITION + "@" + mail.killmailId(),
                    MessageJson.mapper().writeValueAsBytes(mail),
                    mail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Set<Long>> killmails() {
        return RememberedBattles.killmails(stored).values().stream()
                .<Set<Long>>map(ids -> ids)
                .toList();
    }

    private long count(String table) {
        return JdbcClient.create(battlesDb)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
