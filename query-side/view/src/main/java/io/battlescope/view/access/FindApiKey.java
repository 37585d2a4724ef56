package io.battlescope.view.access;

import io.battlescope.view.Question;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;

/** A key, good or not; empty for ids that were never given, or only just now. */
public record FindApiKey(String keyId) implements Question<Optional<ApiKey>> {

    @Override
    public ResponseType<Optional<ApiKey>> answerType() {
        return Question.perhaps(ApiKey.class);
    }
}
