package io.battlescope.view.progress;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.battlescope.view.fixture.Answers;
import io.battlescope.view.fixture.QueryDatabase;
import io.battlescope.view.killmail.FindKillmail;
import io.battlescope.view.killmail.FindRecentKillmails;
import io.battlescope.view.killmail.KillmailDetail;
import io.battlescope.view.killmail.KillmailSummary;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadModelIT {

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
        database.asOwner()
                .sql("truncate battle, battle_killmail, killmail, projection_progress, dead_letter restart identity")
                .update();
    }

    @Test
    void theReaderCannotWriteEvenWhenItsSessionMay() throws SQLException {
        try (HikariDataSource reader = database.reader();
                Connection connection = reader.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");

            assertThatThrownBy(() -> statement.execute("delete from battle")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void countsAreOfWhatIsVisible() {
        database.battle("b").insert();
        database.battle("small").with("loss_count", 1).insert();
        IntStream.rangeClosed(1, 5).forEach(i -> database.killmail(i).insert());
        database.attributed(1, "b").insert();
        database.attributed(2, "b").insert();
        database.attributed(3, "small").insert();

        assertThat(answers.to(new CountReadModel())).isEqualTo(new ReadModelCounts(5, 2, 1, 2));
    }

    @Test
    void theDataAreOfTheLatestKillmailReceived() {
        assertThat(answers.to(new FindProgress()).asOf()).isEmpty();

        database.progress("battle", NOON).insert();
        database.progress("dead-letter", NOON).with("last_received_at", null).insert();
        database.progress("killmail", NOON.plusSeconds(5)).insert();

        assertThat(answers.to(new FindProgress()).asOf()).contains(NOON.plusSeconds(5));
    }

    @Test
    void deadLettersComeNewestFirstAndByReason() {
        IntStream.rangeClosed(1, 9)
                .forEach(i -> database.deadLetter("line " + i, i % 3 == 0 ? "BAD_JSON" : "NO_VICTIM")
                        .insert());
        database.deadLetter("line 10", "NO_VICTIM")
                .with("payload", "x".repeat(5000))
                .insert();

        List<DeadLetterView> all = answers.pages(4, page -> new FindDeadLetters(Set.of(), page), () -> {});

        assertThat(all).hasSize(10);
        assertThat(all.getFirst().position()).isEqualTo("line 10");
        assertThat(all.getFirst().payload()).hasSize(DeadLetterView.PAYLOAD_CHARACTERS);
        assertThat(all.getFirst().payloadLength()).isEqualTo(5000);
        assertThat(answers.pages(2, page -> new FindDeadLetters(Set.of("BAD_JSON"), page), () -> {}))
                .extracting(DeadLetterView::position)
                .containsExactly("line 9", "line 6", "line 3");
    }

    @Test
    void recentKillmailsComeNewestFirstWithinTheirBounds() {
        IntStream.rangeClosed(1, 30)
                .forEach(i -> database.killmail(i)
                        .with("occurred_at", NOON.plusSeconds(i / 3))
                        .with("system_id", i % 2 == 0 ? 30000142 : 30002187)
                        .with("region_id", i % 2 == 0 ? 10000002 : 10000043)
                        .insert());

        List<KillmailSummary> all = recent(Set.of(), Set.of(), null);

        assertThat(all).hasSize(30);
        assertThat(all.getFirst().killmailId()).isEqualTo(30);
        assertThat(all).extracting(KillmailSummary::killmailId).doesNotHaveDuplicates();
        assertThat(recent(Set.of(30002187), Set.of(), null))
                .hasSize(15)
                .allMatch(k -> k.systemName().equals("Amarr"));
        assertThat(recent(Set.of(), Set.of(10000043), null)).hasSize(15);
        assertThat(recent(Set.of(), Set.of(), NOON.plusSeconds(9))).hasSize(4);
    }

    @Test
    void aKillmailOfAHiddenBattleIsInNone() {
        database.killmail(1).insert();
        database.attributed(1, "b").insert();
        database.battle("b").with("loss_count", 1).insert();

        assertThat(killmail().killmail().battleId()).isNull();
        assertThat(killmail().killmail().attribution()).isNull();

        database.asOwner().sql("update battle set loss_count = 2").update();

        assertThat(killmail().killmail().battleId()).isEqualTo("b");
        assertThat(recent(Set.of(), Set.of(), null).getFirst().battleId()).isEqualTo("b");
    }

    @Test
    void aKillmailNamesHullsAndWeapons() {
        database.killmail(1).insert();

        assertThat(killmail().attackers()).singleElement().satisfies(attacker -> {
            assertThat(attacker.hullName()).isEqualTo("Rifter");
            assertThat(attacker.weaponName()).isEqualTo("200mm AutoCannon II");
            assertThat(attacker.finalBlow()).isTrue();
        });
        assertThat(answers.to(new FindKillmail(2))).isEmpty();
    }

    private static KillmailDetail killmail() {
        return answers.to(new FindKillmail(1)).orElseThrow();
    }

    private static List<KillmailSummary> recent(Set<Integer> systems, Set<Integer> regions, Instant since) {
        return answers.pages(7, page -> new FindRecentKillmails(systems, regions, since, page), () -> {});
    }
}
