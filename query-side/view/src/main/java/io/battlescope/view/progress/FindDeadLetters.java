package io.battlescope.view.progress;

import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * What is set aside, newest first; without letters that were thrown away.
 *
 * @param codes reasons, any of them; empty for all but {@link io.battlescope.api.topic.DeadLetter#RELEASED}
 */
public record FindDeadLetters(Set<String> codes, PageRequest page) implements Question<Page<DeadLetterView>> {

    /** Sorted, so that equal questions are equal, also as text. */
    public FindDeadLetters {
        codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
    }

    @Override
    public ResponseType<Page<DeadLetterView>> answerType() {
        return Question.answering(Page.class);
    }
}
