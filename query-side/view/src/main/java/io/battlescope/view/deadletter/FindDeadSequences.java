package io.battlescope.view.deadletter;

import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * What could not be handled, the latest first.
 *
 * @param processor only what this processor has parked, or the stage of this name has set aside; {@code null} for any
 * @param stage only what this stage of the pipeline has set aside; {@code null} for any
 * @param code only with this code; {@code null} for any but {@link io.battlescope.api.topic.DeadLetter#RELEASED}
 */
public record FindDeadSequences(String processor, String stage, String code, PageRequest page)
        implements Question<Page<DeadSequence>> {

    @Override
    public ResponseType<Page<DeadSequence>> answerType() {
        return Question.answering(Page.class);
    }
}
