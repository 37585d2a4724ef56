package io.battlescope.view.act;

import io.battlescope.view.Question;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;

/** One act of an admin; empty while nobody has heard of it. */
public record FindAct(String actId) implements Question<Optional<ActView>> {

    @Override
    public ResponseType<Optional<ActView>> answerType() {
        return Question.perhaps(ActView.class);
    }
}
