package io.battlescope.view.progress;

import io.battlescope.view.Question;
import org.axonframework.messaging.responsetypes.ResponseType;

/** How much the read model holds, counted row by row: exact, and too dear to ask with every request. */
public record CountReadModel() implements Question<ReadModelCounts> {

    @Override
    public ResponseType<ReadModelCounts> answerType() {
        return Question.answering(ReadModelCounts.class);
    }
}
