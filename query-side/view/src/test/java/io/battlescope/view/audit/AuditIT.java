package io.battlescope.view.audit;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.access.Role;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.view.access.ApiKey;
import io.battlescope.view.access.FindApiKey;
import io.battlescope.view.access.FindApiKeys;
import io.battlescope.view.access.FindGoodKeyOfName;
import io.battlescope.view.fixture.Answers;
import io.battlescope.view.fixture.QueryDatabase;
import io.battlescope.view.page.PageRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys and the audit, by the role that can only SELECT. */
class AuditIT {

    private static QueryDatabase database;
    private static Answers answers;

    @BeforeAll
    static void start() {
        database = QueryDatabase.migrated();
        answers = new Answers(database);
        entry("a", 0, "alice", "processor.reset", "battles", "done", NOON);
        entry("b", 0, "alice", "recluster", "everything", "done", NOON.plusSeconds(1));
        entry("b", 1, "alice", "recluster", "everything", "refused", NOON.plusSeconds(1));
        entry(
                "c",
                0,
                "anonymous from 192.0.2.1",
                "access.login",
                "GET /api/v1/admin/acts",
                "refused",
                NOON.plusSeconds(2));
        key("aaaaaaaaaaaa", NOON, null, null);
        key("bbbbbbbbbbbb", NOON, NOON.plusSeconds(9), null);
        key("cccccccccccc", NOON.plusSeconds(1), null, NOON.plusSeconds(2));
    }

    @AfterAll
    static void stop() {
        answers.close();
        database.close();
    }

    @Test
    void thePagesHoldEverythingOnceTheNewestFirst() {
        List<AuditEntry> all =
                answers.pages(1, page -> new FindAudit(null, null, null, null, null, null, page), () -> {});

        assertThat(all).extracting(one -> one.actId() + one.part()).containsExactly("c0", "b1", "b0", "a0");
        AuditEntry oldest = all.getLast();
        assertThat(oldest.role()).isNull();
        assertThat(oldest.figures()).containsEntry("events", 7L);
        assertThat(oldest.before()).containsEntry("position", "9");
        assertThat(oldest.after()).isEmpty();
        assertThat(oldest.outcome()).isEqualTo(ActStatus.DONE);
    }

    @Test
    void eachFilterNarrowsItDown() {
        assertThat(found("alice", null, null, null, null, null)).containsExactly("b1", "b0", "a0");
        assertThat(found(null, "recluster", null, null, null, null)).containsExactly("b1", "b0");
        assertThat(found(null, null, "battles", null, null, null)).containsExactly("a0");
        assertThat(found(null, null, null, ActStatus.REFUSED, null, null)).containsExactly("c0", "b1");
        assertThat(found(null, null, null, null, NOON.plusSeconds(1), null)).containsExactly("c0", "b1", "b0");
        assertThat(found(null, null, null, null, null, NOON)).containsExactly("a0");
        assertThat(found("alice", "recluster", "everything", ActStatus.DONE, NOON, NOON.plusSeconds(1)))
                .containsExactly("b0");
    }

    @Test
    void keysAreFoundByIdAndTheGoodOneByName() {
        assertThat(answers.to(new FindApiKey("bbbbbbbbbbbb")))
                .contains(new ApiKey(
                        "bbbbbbbbbbbb",
                        "watch bbbbbbbbbbbb",
                        Role.OPERATOR,
                        "hash",
                        "alice",
                        NOON,
                        NOON.plusSeconds(9),
                        null,
                        null,
                        NOON));
        assertThat(answers.to(new FindApiKey("dddddddddddd"))).isEmpty();
        assertThat(good("watch aaaaaaaaaaaa", NOON)).isTrue();
        assertThat(good("watch bbbbbbbbbbbb", NOON)).isTrue();
        assertThat(good("watch bbbbbbbbbbbb", NOON.plusSeconds(9))).isFalse();
        assertThat(good("watch cccccccccccc", NOON)).isFalse();
        assertThat(answers.pages(1, FindApiKeys::new, () -> {}))
                .extracting(ApiKey::keyId)
                .containsExactly("cccccccccccc", "bbbbbbbbbbbb", "aaaaaaaaaaaa");
    }

    private static boolean good(String name, Instant at) {
        return answers.to(new FindGoodKeyOfName(name, at)).isPresent();
    }

    private static List<String> found(
            String actor, String what, String target, ActStatus outcome, Instant from, Instant to) {
        return answers.to(new FindAudit(actor, what, target, outcome, from, to, PageRequest.first(10))).items().stream()
                .map(one -> one.actId() + one.part())
                .toList();
    }

    private static void entry(
            String actId, int part, String actor, String what, String target, String status, Instant at) {
        database.asOwner()
                .sql(
                        "insert into audit (act_id, part, status, decided_at, parts, what, target, actor, requested_at, figures,"
                                + " before, after) values (?, ?, ?, ?, 1, ?, ?, ?, now(), '{\"events\": 7}', '{\"position\": \"9\"}', '{}')")
                .params(actId, part, status, at.atOffset(ZoneOffset.UTC), what, target, actor)
                .update();
    }

    private static void key(String keyId, Instant createdAt, Instant expiresAt, Instant revokedAt) {
        database.asOwner()
                .sql(
                        "insert into api_key (key_id, name, role, secret_hash, created_by, created_at, expires_at, revoked_at,"
                                + " changed_at) values (:id, :name, 'operator', 'hash', 'alice', :created, :expires, :revoked, :created)")
                .param("id", keyId)
                .param("name", "watch " + keyId)
                .param("created", createdAt.atOffset(ZoneOffset.UTC))
                .param("expires", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .param("revoked", revokedAt == null ? null : revokedAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
