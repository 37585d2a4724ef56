package io.battlescope.view.feed;

import io.battlescope.view.Question;
import java.time.LocalDate;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * How complete a window of days is.
 *
 * @param from first day; {@code null} for the earliest that was compared
 * @param to last day, inclusive; {@code null} for the latest that was compared
 */
public record SumUpCompleteness(LocalDate from, LocalDate to) implements Question<CompletenessTotals> {

    @Override
    public ResponseType<CompletenessTotals> answerType() {
        return Question.answering(CompletenessTotals.class);
    }
}
