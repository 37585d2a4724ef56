package io.battlescope.view.battle;

import io.battlescope.view.Question;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;

/** Where a battle's id leads: to itself, or along mergers to the survivor. Empty for ids that were never given. */
public record LocateBattle(String battleId) implements Question<Optional<BattleLocation>> {

    @Override
    public ResponseType<Optional<BattleLocation>> answerType() {
        return Question.perhaps(BattleLocation.class);
    }
}
