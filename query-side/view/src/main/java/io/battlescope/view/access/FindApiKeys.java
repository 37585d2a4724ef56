package io.battlescope.view.access;

import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import org.axonframework.messaging.responsetypes.ResponseType;

/** All keys, newest first, also those that are good no more. */
public record FindApiKeys(PageRequest page) implements Question<Page<ApiKey>> {

    @Override
    public ResponseType<Page<ApiKey>> answerType() {
        return Question.answering(Page.class);
    }
}
