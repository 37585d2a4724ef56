package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.projection.fixture.QueryDb;
import io.battlescope.projection.sql.ProgressStores;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** What battles have to look like: all events handled once, in one go, by nobody but the projection. */
public final class BattlesAnew {

    private static final int BATCH = 500;

    private BattlesAnew() {}

    public static QueryDb of(List<DomainEventMessage<BattleEvent>> events) {
        QueryDb db = QueryDb.migrated();
        BattleProjection projection = new BattleProjection(new BattleStore(db.jdbc()), ProgressStores.of(db.jdbc()));
        for (int from = 0; from < events.size(); from += BATCH) {
            List<DomainEventMessage<BattleEvent>> batch = events.subList(from, Math.min(events.size(), from + BATCH));
            db.inTransaction(() -> projection.apply(batch));
        }
        return db;
    }
}
