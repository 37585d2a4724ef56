package io.battlescope.view.feed;

import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import org.axonframework.messaging.responsetypes.ResponseType;

/** Every ruleset that ever was in force, newest first. */
public record FindRulesets(PageRequest page) implements Question<Page<RulesetView>> {

    @Override
    public ResponseType<Page<RulesetView>> answerType() {
        return Question.answering(Page.class);
    }
}
