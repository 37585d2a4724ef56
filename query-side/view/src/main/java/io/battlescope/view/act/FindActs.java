package io.battlescope.view.act;

import io.battlescope.api.battle.ActStatus;
import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * Acts of admins, newest first.
 *
 * @param battleId acts on this battle alone; {@code null} for all
 * @param statuses any of them; empty for all
 */
public record FindActs(String battleId, Set<ActStatus> statuses, PageRequest page) implements Question<Page<ActView>> {

    public FindActs {
        statuses = Set.copyOf(statuses);
    }

    @Override
    public ResponseType<Page<ActView>> answerType() {
        return Question.answering(Page.class);
    }
}
