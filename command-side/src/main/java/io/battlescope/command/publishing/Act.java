package io.battlescope.command.publishing;

import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorOrder;
import java.time.Instant;

/**
 * An act under way.
 *
 * @param after everything up to this position is done
 * @param perSecond pace at last; 0 until there is one
 * @param topicId the topic that it began with; {@code null} for an act that publishes nothing
 * @param before how what it acts on was, in a word or two
 * @param startedAt clock of the database, like {@code movedAt}
 * @param movedAt when it last got further
 * @param now when this was read
 */
record Act(
        ProcessorOrder order,
        long after,
        long last,
        long total,
        long published,
        double perSecond,
        String topicId,
        String before,
        Instant startedAt,
        Instant movedAt,
        Instant now) {

    String id() {
        return order.actId();
    }

    /** A republishing, as it was when it was asked for. */
    static Act begun(ProcessorOrder order, Archive.Extent extent, String topicId, String before) {
        return new Act(order, extent.after(), extent.last(), extent.total(), 0, 0, topicId, before, null, null, null);
    }

    /** An act that knows no positions. */
    static Act begun(ProcessorOrder order, String before) {
        return begun(order, new Archive.Extent(0, 0, 0), null, before);
    }

    Archive.Span span() {
        ProcessorAct.Republish range = (ProcessorAct.Republish) order.act();
        return new Archive.Span(after, last, range.from(), range.to());
    }

    /** Whether it publishes all that there is. */
    boolean isWhole() {
        return order.act() instanceof ProcessorAct.Republish(Instant from, Instant to) && from == null && to == null;
    }

    Act advanced(Archive.Slice slice, double pace) {
        return new Act(
                order,
                slice.position(),
                last,
                total,
                published + slice.sent(),
                pace,
                topicId,
                before,
                startedAt,
                movedAt,
                now);
    }

    Long etaSeconds() {
        return perSecond <= 0 ? null : (long) Math.ceil(Math.max(0, total - published) / perSecond);
    }
}
