package io.battlescope.projection.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.battlescope.api.access.Role;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.QueryDb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditProjectionIT {

    private static QueryDb db;
    private static Audit audit;

    @BeforeAll
    static void migrate() {
        db = QueryDb.migrated();
        audit = new Audit(new AuditStore(db.jdbc()));
    }

    @Test
    void what_is_told_twice_is_written_down_once_and_another_decision_beside_it() {
        handle(outcome("twice", ActStatus.DONE, Mails.NOON), outcome("twice", ActStatus.DONE, Mails.NOON));
        handle(outcome("twice", ActStatus.DONE, Mails.NOON));
        assertThat(db.count("audit where act_id = 'twice'")).isOne();

        handle(outcome("twice", ActStatus.REFUSED, Mails.NOON.plusMillis(1)));

        assertThat(db.count("audit where act_id = 'twice'")).isEqualTo(2);
        assertThat(db.jdbc().queryForMap("select * from audit where act_id = 'twice' and status = 'done'"))
                .containsEntry("actor", "alice")
                .containsEntry("role", "admin")
                .containsEntry("what", "access.key.revoke")
                .containsEntry("reason", "Leaked");
        assertThat(
                        db.count(
                                "audit where act_id = 'twice' and before ->> 'role' = 'viewer' and after ->> 'revokedAt' = 'now'"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set actor = 'mallory'",
                "delete from audit",
                "truncate audit",
                "insert into audit select * from audit on conflict (act_id, part, status, decided_at) do update set actor = 'mallory'"
            })
    void the_database_itself_refuses_to_change_what_was_written(String statement) {
        handle(outcome("stays", ActStatus.DONE, Mails.NOON));
        List<Map<String, Object>> before = rows();

        assertThatThrownBy(() -> db.jdbc().execute(statement)).rootCause().hasMessageContaining("only ever added to");

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void it_can_be_neither_emptied_nor_passed_over() {
        assertThat(audit.isResettable()).isFalse();
        assertThat(audit.canSkip()).isFalse();
        assertThatThrownBy(audit::clear).hasMessageContaining("only ever added to");
    }

    private static List<Map<String, Object>> rows() {
        return db.jdbc().queryForList("select act_id, actor, status from audit order by decided_at, act_id");
    }

    private static void handle(ActOutcome... outcomes) {
        db.inTransaction(() -> audit.apply(
                List.of(outcomes).stream().map(GenericEventMessage::new).toList()));
    }

    private static ActOutcome outcome(String actId, ActStatus status, Instant at) {
        return new ActOutcome(
                actId,
                0,
                1,
                "access.key.revoke",
                "aaaaaaaaaaaa",
                "alice",
                "Leaked",
                Mails.NOON,
                at,
                status,
                null,
                null,
                Map.of(),
                Map.of("role", "viewer"),
                Map.of("revokedAt", "now"),
                Role.ADMIN);
    }
}
