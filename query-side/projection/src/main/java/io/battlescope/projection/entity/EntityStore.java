package io.battlescope.projection.entity;

import io.battlescope.projection.sql.JsonName;
import io.battlescope.projection.sql.Upsert;
import java.util.Collection;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table {@code entity}. */
@Component
class EntityStore {

    /** The same choice as {@link KnownEntity#and}; greatest() passes over what is null. */
    private static final Upsert<KnownEntity> ENTITIES = Upsert.<KnownEntity>into("entity")
            .column("entity_id", "int8", KnownEntity::id)
            .column("kind", "text", entity -> JsonName.of(entity.kind()))
            .column("name", "text", KnownEntity::name)
            .column("as_of", "timestamptz", KnownEntity::asOf)
            .column("ticker", "text", KnownEntity::ticker)
            .column("ticker_as_of", "timestamptz", KnownEntity::tickerAsOf)
            .onConflict("""
                    (entity_id) do update set
                        kind = case when excluded.as_of > entity.as_of then excluded.kind else entity.kind end,
                        name = case when excluded.as_of > entity.as_of then excluded.name else entity.name end,
                        as_of = greatest(entity.as_of, excluded.as_of),
                        ticker = case when excluded.ticker_as_of > coalesce(entity.ticker_as_of, '-infinity')
                                 then excluded.ticker else entity.ticker end,
                        ticker_as_of = greatest(entity.ticker_as_of, excluded.ticker_as_of)
                    where excluded.as_of > entity.as_of
                       or excluded.ticker_as_of > coalesce(entity.ticker_as_of, '-infinity')""");

    private final JdbcTemplate jdbc;

    EntityStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(Collection<KnownEntity> entities) {
        TreeMap<Long, KnownEntity> byId = new TreeMap<>();
        entities.forEach(entity -> byId.merge(entity.id(), entity, KnownEntity::and));
        ENTITIES.write(jdbc, byId.values());
    }

    void clear() {
        jdbc.execute("truncate entity");
    }
}
