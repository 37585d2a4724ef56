package io.battlescope.view.progress;

import io.battlescope.view.Question;
import org.axonframework.messaging.responsetypes.ResponseType;

/** How far the projections are. */
public record FindProgress() implements Question<Progress> {

    @Override
    public ResponseType<Progress> answerType() {
        return Question.answering(Progress.class);
    }
}
