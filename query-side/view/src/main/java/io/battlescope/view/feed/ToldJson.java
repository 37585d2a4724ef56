package io.battlescope.view.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.json.MessageJson;

/** Columns that hold messages, or parts of them, as ingestion told them. */
final class ToldJson {

    private ToldJson() {}

    static <T> T read(String json, Class<T> type) {
        try {
            return MessageJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Query DB holds something else than a " + type.getSimpleName(), e);
        }
    }
}
