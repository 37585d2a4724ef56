package io.battlescope.view.battle;

import io.battlescope.view.Question;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;

/** The minutes of a visible battle. */
public record FindBattleTimeline(String battleId) implements Question<Optional<BattleTimeline>> {

    @Override
    public ResponseType<Optional<BattleTimeline>> answerType() {
        return Question.perhaps(BattleTimeline.class);
    }
}
