package io.battlescope.view.feed;

import io.battlescope.api.feed.FeedGap;
import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * Ranges of the live feed that were lost, the latest noticed first.
 *
 * @param statuses any of them; empty for all
 */
public record FindGaps(Set<FeedGap.Status> statuses, PageRequest page) implements Question<Page<GapView>> {

    public FindGaps {
        statuses = Set.copyOf(statuses);
    }

    @Override
    public ResponseType<Page<GapView>> answerType() {
        return Question.answering(Page.class);
    }
}
