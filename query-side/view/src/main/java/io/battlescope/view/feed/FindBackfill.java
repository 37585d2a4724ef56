package io.battlescope.view.feed;

import io.battlescope.view.Question;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;

/** One backfill; empty until ingestion has told of it. */
public record FindBackfill(String jobId) implements Question<Optional<BackfillView>> {

    @Override
    public ResponseType<Optional<BackfillView>> answerType() {
        return Question.perhaps(BackfillView.class);
    }
}
