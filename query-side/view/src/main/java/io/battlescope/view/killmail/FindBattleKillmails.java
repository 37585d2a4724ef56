package io.battlescope.view.killmail;

import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import org.axonframework.messaging.responsetypes.ResponseType;

/** The killmails of a visible battle in the order they happened; empty when there is no such battle. */
public record FindBattleKillmails(String battleId, PageRequest page) implements Question<Page<BattleKillmailView>> {

    @Override
    public ResponseType<Page<BattleKillmailView>> answerType() {
        return Question.answering(Page.class);
    }
}
