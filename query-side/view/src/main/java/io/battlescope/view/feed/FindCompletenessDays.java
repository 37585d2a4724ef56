package io.battlescope.view.feed;

import io.battlescope.view.Question;
import io.battlescope.view.page.Page;
import io.battlescope.view.page.PageRequest;
import java.time.LocalDate;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * Days that were compared with the source, newest first.
 *
 * @param from first day; {@code null} for all
 * @param to last day, inclusive; {@code null} for all
 */
public record FindCompletenessDays(LocalDate from, LocalDate to, PageRequest page)
        implements Question<Page<CompletenessDayView>> {

    @Override
    public ResponseType<Page<CompletenessDayView>> answerType() {
        return Question.answering(Page.class);
    }
}
