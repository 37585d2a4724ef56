package io.battlescope.view;

import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;

/**
 * A query message. Questions are values: two that are equal have the same answer at the same time, so that an answer can be
 * shared.
 *
 * @param <A> the answer
 */
public interface Question<A> {

    ResponseType<A> answerType();

    /** An answer that there always is. */
    @SuppressWarnings("unchecked") // a question has one handler, and that one answers with what the question says
    static <A> ResponseType<A> answering(Class<? super A> rawType) {
        return new RawResponseType<>((Class<A>) rawType);
    }

    /** An answer that there may not be. */
    static <A> ResponseType<Optional<A>> perhaps(Class<A> type) {
        return ResponseTypes.optionalInstanceOf(type);
    }
}
