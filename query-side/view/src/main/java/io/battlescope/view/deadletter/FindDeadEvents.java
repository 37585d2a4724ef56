package io.battlescope.view.deadletter;

import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * The events of a sequence, in their order.
 *
 * @param processor the processor, or the stage of the pipeline
 */
public record FindDeadEvents(String processor, String sequence, PageRequest page) implements Question<Page<DeadEvent>> {

    @Override
    public ResponseType<Page<DeadEvent>> answerType() {
        return Question.answering(Page.class);
    }
}
