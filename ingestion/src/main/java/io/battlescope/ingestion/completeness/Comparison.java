package io.battlescope.ingestion.completeness;

import io.battlescope.api.feed.CompletenessDay;
import java.util.List;

/**
 * What a comparison of a day came to.
 *
 * @param missing ids of the killmails that the source lists and nobody has dealt with
 */
public record Comparison(CompletenessDay day, List<Long> missing) {

    public Comparison {
        missing = List.copyOf(missing);
    }
}
