package io.battlescope.view.battle;

import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import org.axonframework.messaging.responsetypes.ResponseType;

/** The pilots of a visible battle, by character id; empty when there is no such battle. */
public record FindBattleParticipants(String battleId, PageRequest page) implements Question<Page<Participant>> {

    @Override
    public ResponseType<Page<Participant>> answerType() {
        return Question.answering(Page.class);
    }
}
