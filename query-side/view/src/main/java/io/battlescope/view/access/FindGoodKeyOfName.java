package io.battlescope.view.access;

import io.battlescope.view.Question;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;

/** The key of this name that is neither revoked nor expired at a time. */
public record FindGoodKeyOfName(String name, Instant at) implements Question<Optional<ApiKey>> {

    @Override
    public ResponseType<Optional<ApiKey>> answerType() {
        return Question.perhaps(ApiKey.class);
    }
}
