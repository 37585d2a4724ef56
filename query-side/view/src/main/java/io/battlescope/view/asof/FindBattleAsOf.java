package io.battlescope.view.asof;

import io.battlescope.view.Question;
import java.time.Instant;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * A battle as it was known at a time.
 *
 * @param at our clock, UTC; not in the future
 */
public record FindBattleAsOf(String battleId, Instant at) implements Question<BattleAsOf> {

    @Override
    public ResponseType<BattleAsOf> answerType() {
        return Question.answering(BattleAsOf.class);
    }
}
