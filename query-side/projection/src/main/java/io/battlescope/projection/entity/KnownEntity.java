package io.battlescope.projection.entity;

import io.battlescope.api.entity.EntityKind;
import io.battlescope.api.entity.EntityUpdated;
import java.time.Instant;

/**
 * One row of table {@code entity}: name and ticker, each with the time that it was told of.
 *
 * @param ticker {@code null} while none has been told, like {@code tickerAsOf}
 */
record KnownEntity(long id, EntityKind kind, String name, Instant asOf, String ticker, Instant tickerAsOf) {

    static KnownEntity of(EntityUpdated told) {
        return new KnownEntity(
                told.id(),
                told.kind(),
                told.name(),
                told.asOf(),
                told.ticker(),
                told.ticker() == null ? null : told.asOf());
    }

    /** The later name and the later ticker; a record without a ticker takes none away. */
    KnownEntity and(KnownEntity other) {
        KnownEntity named = other.asOf.isAfter(asOf) ? other : this;
        KnownEntity ticked = isLaterTicker(other) ? other : this;
        return new KnownEntity(id, named.kind, named.name, named.asOf, ticked.ticker, ticked.tickerAsOf);
    }

    private boolean isLaterTicker(KnownEntity other) {
        return other.ticker != null && (ticker == null || other.tickerAsOf.isAfter(tickerAsOf));
    }
}
