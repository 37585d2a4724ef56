package io.battlescope.ingestion.order;

import io.battlescope.api.feed.FeedRefusal;
import java.util.Map;

/**
 * What becomes of an order.
 *
 * @param refusal {@code null} when it is done
 * @param detail in words
 * @param figures what it came to, by name
 */
public record Decision(FeedRefusal refusal, String detail, Map<String, Long> figures) {

    public Decision {
        figures = Map.copyOf(figures);
    }

    public static Decision done(String detail, Map<String, Long> figures) {
        return new Decision(null, detail, figures);
    }

    public static Decision refused(FeedRefusal refusal, String detail) {
        return new Decision(refusal, detail, Map.of());
    }
}
