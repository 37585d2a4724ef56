package io.battlescope.view.battle;

import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import org.axonframework.messaging.responsetypes.ResponseType;

/** The battles that a filter leaves, in an order, a page at a time. */
public record FindBattles(BattleFilter filter, BattleSort sort, PageRequest page)
        implements Question<Page<BattleSummary>> {

    @Override
    public ResponseType<Page<BattleSummary>> answerType() {
        return Question.answering(Page.class);
    }
}
