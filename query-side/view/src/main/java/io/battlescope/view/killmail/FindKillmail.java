package io.battlescope.view.killmail;

import io.battlescope.view.Question;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;

/** One killmail in full. */
public record FindKillmail(long killmailId) implements Question<Optional<KillmailDetail>> {

    @Override
    public ResponseType<Optional<KillmailDetail>> answerType() {
        return Question.perhaps(KillmailDetail.class);
    }
}
