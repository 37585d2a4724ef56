package io.battlescope.view.act;

import io.battlescope.view.Question;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * The battle that an act is meant for. Battles that lost too many killmails to be shown are found too: an act can be what took
 * them, and has to be taken back somehow. Empty for ids that were never given.
 */
public record FindActTarget(String battleId) implements Question<Optional<ActTarget>> {

    @Override
    public ResponseType<Optional<ActTarget>> answerType() {
        return Question.perhaps(ActTarget.class);
    }
}
