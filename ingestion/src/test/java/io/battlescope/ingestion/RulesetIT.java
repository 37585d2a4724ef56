package io.battlescope.ingestion;

import static io.battlescope.ingestion.IngestionUnderTest.killmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.feed.AdoptRuleset;
import io.battlescope.api.feed.FeedOrder;
import io.battlescope.api.feed.PreviewRuleset;
import io.battlescope.api.feed.ReleaseQuarantine;
import io.battlescope.api.feed.Ruleset;
import io.battlescope.api.feed.RulesetVersion;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.IngestedKillmail;
import io.battlescope.api.topic.DeadLetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What admins ask of a running ingestion, from the topic of orders to the topic of outcomes. */
class RulesetIT {

    private static final Instant ASKED = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    private Path directory;

    private final IngestionUnderTest service = new IngestionUnderTest();
    private Path file;

    @BeforeEach
    void recording() {
        file = directory.resolve("feed.jsonl");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whatTheRulesRefuseIsNeitherStoredNorSentUntilOtherRulesLetItPass() throws IOException {
        Files.write(file, List.of(killmail(1), in(32_000_001, 2), in(34_000_001, 3), killmail(1), in(32_000_001, 2)));
        start();
        service.awaitFinished(5);

        assertThat(service.counters())
                .containsEntry("accepted", 1L)
                .containsEntry("duplicates", 2L)
                .containsEntry("refused", 2L)
                .containsEntry("refused.SPACE_DENIED", 2L)
                .containsEntry("quarantined", 0L);
        assertThat(accepted()).containsExactly(1L);
        assertThat(refusals("SPACE_DENIED")).containsExactly(2L, 3L);

        assertThat(service.ask(adopt("stale", "{}", 7)))
                .extracting(ActOutcome::status, ActOutcome::code)
                .containsExactly(ActStatus.REFUSED, "RULESET_CHANGED");
        assertThat(service.ask(adopt("odd", "{\"minPilots\":0}", null)).code()).isEqualTo("RULESET_INVALID");
        service.order("somebody-else", "not for us");
        service.order(FeedOrder.KEY, "{\"order\":\"makeCoffee\"}");
        service.order(FeedOrder.KEY, "nonsense");
        assertThat(service.ask(new PreviewRuleset("preview", "alice", null, ASKED, rules("{\"minPilots\":3}")))
                        .figures())
                .isEqualTo(Map.of("seen", 3L, "kept", 0L, "refused", 3L, "refused.MIN_PILOTS", 3L, "keptToday", 1L));
        AdoptRuleset order = adopt("two", "{\"spaceTypes\":{\"deny\":[\"void\"]},\"minPilots\":2}", 1);
        assertThat(service.ask(order))
                .extracting(ActOutcome::status, ActOutcome::actor, ActOutcome::what, ActOutcome::figures)
                .containsExactly(ActStatus.DONE, "alice", "ruleset.adopt", Map.of("number", 2L));
        service.order(order);
        assertThat(service.ask(adopt("same", "{\"minPilots\":2,\"spaceTypes\":{\"deny\":[\"void\"]}}", 2))
                        .figures())
                .containsEntry("number", 2L);
        assertThat(service.outcomes().stream().filter(outcome -> outcome.actId().equals("two")))
                .as("an act that is asked for again is told again, not done again")
                .hasSize(2)
                .containsOnly(service.ask(order));
        assertThat(service.deadLetters())
                .extracting(DeadLetter::source, DeadLetter::code)
                .containsExactly(
                        tuple("admin.commands", "ORDER_UNREADABLE"), tuple("admin.commands", "ORDER_UNREADABLE"));
        await().untilAsserted(() -> assertThat(service.facts())
                .extracting(fact -> (RulesetVersion) fact)
                .extracting(RulesetVersion::number, RulesetVersion::actId, RulesetVersion::ruleset)
                .containsExactly(tuple(1, null, Ruleset.DEFAULT), tuple(2, "two", order.ruleset())));
        service.close();

        Files.write(
                file,
                List.of(in(32_000_001, 2), in(34_000_001, 3), killmail(4).replace("\"character_id\":96,", "")),
                StandardOpenOption.APPEND);
        start();
        service.awaitFinished(8);

        assertThat(accepted()).containsExactly(1L, 2L);
        assertThat(refusals("SPACE_DENIED")).containsExactly(3L);
        assertThat(refusals("MIN_PILOTS")).containsExactly(4L);
        assertThat(service.counters())
                .containsEntry("accepted", 2L)
                .containsEntry("duplicates", 4L)
                .containsEntry("refused", 2L)
                .containsEntry("refused.SPACE_DENIED", 1L)
                .containsEntry("refused.MIN_PILOTS", 1L);
    }

    @Test
    void aDeathBeforeTheBookingRefusesOnce() throws IOException {
        Files.write(file, List.of(killmail(1)));
        start();
        service.awaitFinished(1);
        service.close();
        Files.write(file, List.of(in(32_000_001, 2), killmail(3)), StandardOpenOption.APPEND);
        service.refuseToBook();
        start();
        await().untilAsserted(
                        () -> assertThat(service.report().notes()).containsEntry("feedState", "waiting-for-database"));
        assertThat(refusals("SPACE_DENIED"))
                .as("refused in one transaction with the cursor")
                .isEmpty();
        service.close();

        service.bookAgain();
        start();
        service.awaitFinished(3);

        assertThat(refusals("SPACE_DENIED")).containsExactly(2L);
        assertThat(service.counters())
                .containsEntry("accepted", 2L)
                .containsEntry("refused", 1L)
                .containsEntry("duplicates", 0L);
        assertThat(accepted().stream().distinct()).containsExactly(1L, 3L);
    }

    @Test
    void whatPassesByNowLeavesQuarantineAndTheRestStaysWithItsReason() throws IOException {
        Files.write(file, List.of(killmail(1), "broken"));
        start();
        service.awaitFinished(2);
        setAside(900, "FUTURE_TIME", killmail(50));
        setAside(901, "BAD_FIELD", in(32_000_001, 51));
        setAside(902, "NO_TIME", killmail(1));
        setAside(903, "BAD_FIELD", "{\"killmail_id\":53}");
        setAside(904, "TOO_LARGE", killmail(54) + " ".repeat(70_000));

        ActOutcome outcome = service.ask(release("all", null));

        assertThat(outcome.status()).isEqualTo(ActStatus.DONE);
        assertThat(outcome.figures()).isEqualTo(Map.of("looked", 6L, "released", 3L, "stillBroken", 2L, "cut", 1L));
        assertThat(accepted()).containsExactly(1L, 50L);
        assertThat(service.published())
                .extracting(message -> message.provenance().source())
                .containsOnly("file");
        assertThat(refusals("SPACE_DENIED")).containsExactly(51L);
        assertThat(service.counters())
                .containsEntry("accepted", 2L)
                .containsEntry("duplicates", 1L)
                .containsEntry("refused", 1L)
                .containsEntry("quarantined", 3L)
                .containsEntry("quarantined.NO_TIME", 1L)
                .containsEntry("position", 2L);
        assertThat(service.deadLetters().stream().filter(letter -> letter.code().equals("RELEASED")))
                .extracting(DeadLetter::position)
                .containsExactlyInAnyOrder("900", "901", "902");

        assertThat(service.ask(release("again", null)).figures())
                .isEqualTo(Map.of("looked", 3L, "released", 0L, "stillBroken", 2L, "cut", 1L));
        assertThat(service.ask(release("none", 900L)).code()).isEqualTo("QUARANTINE_EMPTY");
    }

    private void setAside(long position, String code, String payload) {
        service.jdbc().update("""
                        insert into quarantine (source, position, code, detail, payload, first_seen)
                        select feed, ?, ?, 'set aside by an older version', ?, now() from feed_cursor
                        """, position, code, payload);
    }

    private ReleaseQuarantine release(String actId, Long position) {
        String feed = service.jdbc().queryForObject("select feed from feed_cursor", String.class);
        return new ReleaseQuarantine(actId, "alice", "mended", ASKED, position == null ? null : feed, position, null);
    }

    private static AdoptRuleset adopt(String actId, String rules, Integer expectedVersion) throws IOException {
        return new AdoptRuleset(actId, "alice", "because", ASKED, rules(rules), expectedVersion);
    }

    private static Ruleset rules(String json) throws IOException {
        return MessageJson.mapper().readValue(json, Ruleset.class);
    }

    private static String in(int systemId, int id) {
        return killmail(id).replace("30000142", Integer.toString(systemId));
    }

    private List<Long> accepted() {
        List<Long> stored = service.jdbc()
                .queryForList("select killmail_id from killmail_reference order by killmail_id", Long.class);
        assertThat(service.published().stream()
                        .map(IngestedKillmail::killmailId)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(stored);
        return stored;
    }

    private List<Long> refusals(String code) {
        return service.jdbc()
                .queryForList(
                        "select killmail_id from killmail_refusal where code = ? order by killmail_id",
                        Long.class,
                        code);
    }

    private void start() {
        service.start("battlescope.feed", "file:" + file);
    }
}
