package io.battlescope.projection.parked;

import io.battlescope.projection.sql.Upsert;
import io.battlescope.projection.stream.Origin;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tables {@code parked_letter} and {@code parked_touch}, as a processor that parks sees them. Always within its transaction. */
@Repository
class ParkedLetters {

    /** First half of the advisory lock's key; the other is the processor. */
    private static final int LOCK = 1_885_434_987;

    private static final String INSERT = """
            insert into parked_letter as l
                (token_name, sequence, letter_key, number, topic, partition, placed_at, record_offset, record_time, record_key,
                 header_names, header_values, payload_type, payload, cause, waits_for, attempts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (token_name, sequence, letter_key) do update set
                (topic, partition, record_offset, record_time, record_key, header_names, header_values, payload_type, payload)
              = (excluded.topic, excluded.partition, excluded.record_offset, excluded.record_time, excluded.record_key,
                 excluded.header_names, excluded.header_values, excluded.payload_type, excluded.payload)
            where l.record_offset < excluded.record_offset""";

    private static final String SIZES = """
            select count(*) as sequences, max(letters) as letters
            from (select count(*) as letters from parked_letter where token_name = ? group by sequence) of_sequence""";

    private record Touch(String tokenName, String touched, String sequence) {}

    private static final Upsert<Touch> TOUCHES = Upsert.<Touch>into("parked_touch")
            .column("token_name", "text", Touch::tokenName)
            .column("touched", "text", Touch::touched)
            .column("sequence", "text", Touch::sequence)
            .onConflict("do nothing");

    private final JdbcTemplate jdbc;
    private final ParkingProperties limits;

    ParkedLetters(JdbcTemplate jdbc, ParkingProperties limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    boolean isEmpty(String tokenName) {
        return Boolean.FALSE.equals(jdbc.queryForObject(
                "select exists (select from parked_letter where token_name = ?)", Boolean.class, tokenName));
    }

    /** Keeps whoever takes letters out until the end of the transaction: else one would be added to a sequence that is gone. */
    void lockForParking(String tokenName) {
        lock("pg_advisory_xact_lock_shared", tokenName);
    }

    /** Waits for every batch that parks, and keeps new ones, until the end of the transaction. */
    void lockForTaking(String tokenName) {
        lock("pg_advisory_xact_lock", tokenName);
    }

    private void lock(String function, String tokenName) {
        jdbc.query("select " + function + "(?, hashtext(?))", row -> {}, LOCK, tokenName);
    }

    /** Which of these parked sequences are about, each with one of them: itself, where it is one. */
    Map<String, String> touched(String tokenName, Collection<String> about) {
        Map<String, String> touched = new HashMap<>();
        jdbc.query(
                "select touched, sequence from parked_touch where token_name = ? and touched = any(?)"
                        + " order by touched, touched <> sequence, sequence",
                row -> {
                    touched.putIfAbsent(row.getString("touched"), row.getString("sequence"));
                },
                tokenName,
                about.toArray(String[]::new));
        return touched;
    }

    /** @throws ParkingFullException when that is too much */
    void park(String tokenName, List<Parked> letters, Map<String, Set<String>> touches) {
        jdbc.batchUpdate(INSERT, letters, 100, (statement, letter) -> set(statement, tokenName, letter));
        addTouches(tokenName, touches);
        jdbc.query(
                SIZES,
                row -> {
                    requireRoom(tokenName, row.getLong("sequences"), limits.maxSequences(), "sequences");
                    requireRoom(tokenName, row.getLong("letters"), limits.maxLetters(), "events of one sequence");
                },
                tokenName);
    }

    void addTouches(String tokenName, Map<String, Set<String>> touches) {
        List<Touch> rows = new ArrayList<>();
        new TreeMap<>(touches)
                .forEach((sequence, about) -> about.forEach(each -> rows.add(new Touch(tokenName, each, sequence))));
        TOUCHES.write(jdbc, rows);
    }

    private static void requireRoom(String tokenName, long is, long atMost, String what) {
        if (is > atMost) {
            throw new ParkingFullException(tokenName, atMost + " " + what);
        }
    }

    private static void set(PreparedStatement statement, String tokenName, Parked letter) throws SQLException {
        ConsumerRecord<String, byte[]> origin = Origin.of(letter.event());
        Header[] headers = origin.headers().toArray();
        int column = 1;
        statement.setString(column++, tokenName);
        statement.setString(column++, letter.sequence());
        statement.setString(column++, Sequences.key(letter.event()));
        statement.setObject(column++, Sequences.number(letter.event()));
        statement.setString(column++, origin.topic());
        statement.setInt(column++, origin.partition());
        statement.setLong(column++, origin.offset());
        statement.setLong(column++, origin.offset());
        statement.setLong(column++, origin.timestamp());
        statement.setString(column++, origin.key() == null ? null : origin.key().replace("\0", ""));
        statement.setArray(
                column++,
                statement
                        .getConnection()
                        .createArrayOf(
                                "text", Stream.of(headers).map(Header::key).toArray()));
        statement.setArray(
                column++,
                statement
                        .getConnection()
                        .createArrayOf(
                                "bytea",
                                Stream.of(headers).map(ParkedLetters::value).toArray(byte[][]::new)));
        statement.setString(column++, Origin.isReadable(letter.event()) ? type(letter) : "unreadable");
        statement.setBytes(column++, origin.value());
        statement.setString(column++, letter.cause());
        statement.setString(column++, letter.waitsFor());
        statement.setInt(column, letter.waitsFor() == null ? 1 : 0);
    }

    private static String type(Parked letter) {
        return letter.event().getPayloadType().getSimpleName();
    }

    private static byte[] value(Header header) {
        return header.value() == null ? "".getBytes(StandardCharsets.UTF_8) : header.value();
    }

    void forget(String tokenName) {
        jdbc.update("delete from parked_letter where token_name = ?", tokenName);
        jdbc.update("delete from parked_touch where token_name = ?", tokenName);
    }
}
