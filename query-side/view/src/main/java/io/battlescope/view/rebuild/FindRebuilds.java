package io.battlescope.view.rebuild;

import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * Rebuilds, newest first.
 *
 * @param processor rebuilds of this one alone; {@code null} for all
 */
public record FindRebuilds(PageRequest page, String processor) implements Question<Page<RebuildView>> {

    @Override
    public ResponseType<Page<RebuildView>> answerType() {
        return Question.answering(Page.class);
    }
}
