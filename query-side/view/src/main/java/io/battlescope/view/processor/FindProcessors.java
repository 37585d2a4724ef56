package io.battlescope.view.processor;

import io.battlescope.view.Question;
import java.util.List;
import org.axonframework.messaging.responsetypes.ResponseType;

/** All versions of what processors keep, by name and version. */
public record FindProcessors() implements Question<List<KnownProcessor>> {

    @Override
    public ResponseType<List<KnownProcessor>> answerType() {
        return Question.answering(List.class);
    }
}
