package io.battlescope.view.battle;

import io.battlescope.view.Question;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;

/** One visible battle in full. */
public record FindBattle(String battleId) implements Question<Optional<BattleDetail>> {

    @Override
    public ResponseType<Optional<BattleDetail>> answerType() {
        return Question.perhaps(BattleDetail.class);
    }
}
