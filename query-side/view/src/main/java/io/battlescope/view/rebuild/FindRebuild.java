package io.battlescope.view.rebuild;

import io.battlescope.view.Question;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;

/** One rebuild; empty for ids that no rebuild has. */
public record FindRebuild(String rebuildId) implements Question<Optional<RebuildView>> {

    @Override
    public ResponseType<Optional<RebuildView>> answerType() {
        return Question.perhaps(RebuildView.class);
    }
}
