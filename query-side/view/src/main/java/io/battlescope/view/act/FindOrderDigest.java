package io.battlescope.view.act;

import io.battlescope.view.Question;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;

/** What was asked for under an act's id, see {@link io.battlescope.api.admin.OrderDigest}; empty while nobody has heard of it. */
public record FindOrderDigest(String actId) implements Question<Optional<String>> {

    @Override
    public ResponseType<Optional<String>> answerType() {
        return Question.perhaps(String.class);
    }
}
