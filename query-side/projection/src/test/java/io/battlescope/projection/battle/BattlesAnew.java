package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.projection.fixture.QueryDb;
import io.battlescope.projection.sql.ProgressStores;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** What battles have to look like: all events handled once, in one go, by nobody but the projection. */
public final class BattlesAnew {

    private static final int BATCH = 500;

    private BattlesAnew() {}

    public static QueryDb of(List<DomainEventMessage<BattleEvent>> events) {
        QueryDb db = QueryDb.migrated();
        BattleProjection projection = new BattleProjection(new BattleStore(db.jdbc()), ProgressStores.of(db.jdbc()));
        for (int from = 0; from < events.size(); from += BATCH) {
            List<? extends DomainEventMessage<?>> batch =
                    events.subList(from, Math.min(events.size(), from + BATCH)).stream()
                            .map(BattlesAnew::throughKafka)
                            .toList();
            db.inTransaction(() -> projection.apply(batch));
        }
        return db;
    }

    /** On the way an event's time is cut to milliseconds. */
    private static DomainEventMessage<BattleEvent> throughKafka(DomainEventMessage<BattleEvent> event) {
        return new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getPayload(),
                event.getMetaData(),
                event.getIdentifier(),
                event.getTimestamp().truncatedTo(ChronoUnit.MILLIS));
    }
}
