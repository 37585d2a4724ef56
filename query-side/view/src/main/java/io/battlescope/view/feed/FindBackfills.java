package io.battlescope.view.feed;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * Backfills, newest first.
 *
 * @param statuses any of them; empty for all
 */
public record FindBackfills(Set<BackfillJob.Status> statuses, PageRequest page)
        implements Question<Page<BackfillView>> {

    public FindBackfills {
        statuses = Set.copyOf(statuses);
    }

    @Override
    public ResponseType<Page<BackfillView>> answerType() {
        return Question.answering(Page.class);
    }
}
