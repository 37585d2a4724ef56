package io.battlescope.view.audit;

import io.battlescope.api.battle.ActStatus;
import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import java.time.Instant;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * The audit, newest first. What is {@code null} is of no account.
 *
 * @param from earliest time of decision
 * @param to latest time of decision
 */
public record FindAudit(
        String actor, String what, String target, ActStatus outcome, Instant from, Instant to, PageRequest page)
        implements Question<Page<AuditEntry>> {

    @Override
    public ResponseType<Page<AuditEntry>> answerType() {
        return Question.answering(Page.class);
    }
}
