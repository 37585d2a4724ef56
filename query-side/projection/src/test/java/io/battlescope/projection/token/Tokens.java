package io.battlescope.projection.token;

import io.battlescope.api.json.MessageJson;
import io.battlescope.projection.ProjectionProperties;
import io.battlescope.projection.fixture.QueryDb;
import java.time.Duration;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/** Tokens without Spring. */
public final class Tokens {

    private static final Serializer SERIALIZER =
            JacksonSerializer.builder().objectMapper(MessageJson.newMapper()).build();

    private Tokens() {}

    public static TokenTable table(QueryDb db) {
        return new TokenTable(db.jdbc(), SERIALIZER);
    }

    /** As another process would make them. */
    public static TokenStores stores(QueryDb db, Duration claimTimeout) {
        return new TokenStores(
                db.dataSource(), SERIALIZER, new ProjectionProperties(1, 1, 1, 1, claimTimeout, 1, Duration.ZERO));
    }
}
