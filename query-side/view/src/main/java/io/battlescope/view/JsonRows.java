package io.battlescope.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.Party;
import io.battlescope.view.name.JsonNames;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Lists that a statement hands over within one of its columns, as an array of arrays: the rows without the names of their
 * columns, which would be most of the text.
 */
public final class JsonRows {

    private JsonRows() {}

    /** An aggregate over no rows is {@code null}, not an empty list. */
    public static <T> List<T> read(String json, Function<Row, T> mapper) {
        if (json == null) {
            return List.of();
        }
        List<T> rows = new ArrayList<>();
        for (JsonNode row : tree(json)) {
            rows.add(mapper.apply(new Row(row)));
        }
        return rows;
    }

    private static JsonNode tree(String json) {
        try {
            return MessageJson.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The statement's own JSON does not fit its answer", e);
        }
    }

    /** One row; columns count from 0. */
    public record Row(JsonNode columns) {

        public int number(int column) {
            return columns.get(column).intValue();
        }

        public long id(int column) {
            return columns.get(column).longValue();
        }

        public boolean flag(int column) {
            return columns.get(column).booleanValue();
        }

        public String text(int column) {
            return columns.get(column).textValue();
        }

        public Integer numberOrNull(int column) {
            return isNull(column) ? null : number(column);
        }

        public Long idOrNull(int column) {
            return isNull(column) ? null : id(column);
        }

        /** ISK with two decimals; {@code null} where the row has none. */
        public BigDecimal isk(int column) {
            return isNull(column) ? null : Rows.isk(columns.get(column).decimalValue());
        }

        public Instant instant(int column) {
            return OffsetDateTime.parse(text(column)).toInstant();
        }

        /** The party whose kind is in a column and whose id in the next; {@code null} where the row has none. */
        public Party party(int column) {
            return isNull(column) ? null : new Party(JsonNames.partyKind(text(column)), id(column + 1));
        }

        /** Text of JSON within the row. */
        public String json(int column) {
            return columns.get(column).toString();
        }

        private boolean isNull(int column) {
            return columns.get(column).isNull();
        }
    }
}
