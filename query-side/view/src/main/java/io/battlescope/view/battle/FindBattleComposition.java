package io.battlescope.view.battle;

import io.battlescope.view.Question;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;

/** Ships that the sides of a visible battle fielded and lost. */
public record FindBattleComposition(String battleId) implements Question<Optional<BattleComposition>> {

    @Override
    public ResponseType<Optional<BattleComposition>> answerType() {
        return Question.perhaps(BattleComposition.class);
    }
}
