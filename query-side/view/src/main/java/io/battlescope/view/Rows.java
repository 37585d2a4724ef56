package io.battlescope.view;

import io.battlescope.api.killmail.Party;
import io.battlescope.view.name.JsonNames;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Columns as the answers want them: UTC instants, {@code null} where the row has none, ISK with two decimals. */
public final class Rows {

    private Rows() {}

    public static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    public static Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    public static Integer intOrNull(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    public static Party party(ResultSet row, String kindColumn, String idColumn) throws SQLException {
        Long id = longOrNull(row, idColumn);
        return id == null ? null : new Party(JsonNames.partyKind(row.getString(kindColumn)), id);
    }

    public static BigDecimal isk(ResultSet row, String column) throws SQLException {
        return isk(row.getBigDecimal(column));
    }

    public static BigDecimal isk(BigDecimal value) {
        return value == null ? null : value.setScale(2, RoundingMode.HALF_UP);
    }

    /** An instant as a JDBC parameter. */
    public static OffsetDateTime parameter(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
