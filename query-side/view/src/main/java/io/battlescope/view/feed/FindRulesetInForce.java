package io.battlescope.view.feed;

import io.battlescope.view.Question;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;

/** The ruleset that killmails are accepted by; empty until ingestion has told. */
public record FindRulesetInForce() implements Question<Optional<RulesetView>> {

    @Override
    public ResponseType<Optional<RulesetView>> answerType() {
        return Question.perhaps(RulesetView.class);
    }
}
