package io.battlescope.view.history;

import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import org.axonframework.messaging.responsetypes.ResponseType;

/** What happened to the battle of an id, first things first, whether it still lives or not; empty for ids that were never given. */
public record FindBattleHistory(String battleId, PageRequest page) implements Question<Page<HistoryEntry>> {

    @Override
    public ResponseType<Page<HistoryEntry>> answerType() {
        return Question.answering(Page.class);
    }
}
