package io.battlescope.projection.parked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code parked_letter} as acts of admins see it: by sequence. */
final class StoredLetters {

    /** Sequences that are meant: a sequence goes by the first of its events that failed itself. */
    private static final String MEANT = """
            (select sequence from (
                select distinct on (sequence) sequence, cause from parked_letter
                where token_name = ? and (?::text is null or sequence = ?)
                order by sequence, waits_for is not null, number nulls first, placed_at) firsts
             where ?::text is null or position(? in cause) > 0)""";

    private static final String MEANT_LETTERS =
            " from parked_letter where token_name = ? and (?::bigint is null or letter_id = ?) and sequence in "
                    + MEANT;

    private static final String NEXT = "select m.sequence from " + MEANT + " m " + """
            where not exists (select from parked_letter t
                                 where t.token_name = ? and t.sequence = m.sequence and t.last_act = ?)
            order by (select min(placed_at) from parked_letter f where f.token_name = ? and f.sequence = m.sequence)
            limit 1""";

    private final String tokenName;
    private final JdbcTemplate jdbc;

    StoredLetters(String tokenName, JdbcTemplate jdbc) {
        this.tokenName = tokenName;
        this.jdbc = jdbc;
    }

    private Object[] meant(Selection selection, Object... more) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(tokenName);
        parameters.add(selection.sequence());
        parameters.add(selection.sequence());
        parameters.add(selection.cause());
        parameters.add(selection.cause());
        parameters.addAll(List.of(more));
        return parameters.toArray();
    }

    private Object[] meantLetters(Selection selection) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(tokenName);
        parameters.add(selection.letterId());
        parameters.add(selection.letterId());
        for (Object each : meant(selection)) {
            parameters.add(each);
        }
        return parameters.toArray();
    }

    Optional<String> next(Selection selection, String actId) {
        return jdbc.queryForList(NEXT, String.class, meant(selection, tokenName, actId, tokenName)).stream()
                .findFirst();
    }

    /** The sequence and all that are about the same as it, or as one of those. */
    Set<String> together(String sequence) {
        Set<String> together = new TreeSet<>(Set.of(sequence));
        Set<String> grown = together;
        do {
            together = grown;
            grown = new TreeSet<>(together);
            grown.addAll(jdbc.queryForList(
                    "select distinct o.sequence from parked_touch t"
                            + " join parked_touch o on o.token_name = t.token_name and o.touched = t.touched"
                            + " where t.token_name = ? and t.sequence = any(?)",
                    String.class,
                    tokenName,
                    array(together)));
        } while (grown.size() > together.size());
        return together;
    }

    List<Place> places(Set<String> sequences) {
        return jdbc.query(
                "select letter_id, sequence, number, partition, placed_at from parked_letter"
                        + " where token_name = ? and sequence = any(?)",
                (row, number) -> new Place(
                        row.getLong("letter_id"),
                        row.getString("sequence"),
                        row.getObject("number", Long.class),
                        row.getInt("partition"),
                        row.getLong("placed_at")),
                tokenName,
                array(sequences));
    }

    /** The records as they came, in the given order. */
    Map<Long, ConsumerRecord<String, byte[]>> read(List<Place> places) {
        Long[] ids = places.stream().map(Place::letterId).toArray(Long[]::new);
        Map<Long, ConsumerRecord<String, byte[]>> found = new HashMap<>();
        jdbc.query(
                "select * from parked_letter where letter_id = any(?)",
                row -> {
                    found.put(row.getLong("letter_id"), letter(row));
                },
                (Object) ids);
        Map<Long, ConsumerRecord<String, byte[]>> ordered = new LinkedHashMap<>();
        places.forEach(place -> ordered.put(place.letterId(), found.get(place.letterId())));
        return ordered;
    }

    private static ConsumerRecord<String, byte[]> letter(ResultSet row) throws SQLException {
        RecordHeaders headers = new RecordHeaders();
        String[] names = (String[]) row.getArray("header_names").getArray();
        byte[][] values = (byte[][]) row.getArray("header_values").getArray();
        for (int i = 0; i < names.length; i++) {
            headers.add(names[i], values[i]);
        }
        return new ConsumerRecord<>(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getLong("record_time"),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                row.getString("record_key"),
                row.getBytes("payload"),
                headers,
                Optional.empty());
    }

    void remove(Collection<Long> letterIds) {
        jdbc.update("delete from parked_letter where letter_id = any(?)", (Object) letterIds.toArray(Long[]::new));
    }

    void failed(Map<Long, Parked> still, String actId) {
        jdbc.batchUpdate(
                "update parked_letter set cause = ?, waits_for = ?, attempts = attempts + ?, last_act = ?,"
                        + " last_attempt_at = clock_timestamp() where letter_id = ?",
                still.entrySet(),
                100,
                (statement, each) -> {
                    Parked letter = each.getValue();
                    statement.setString(1, letter.cause());
                    statement.setString(2, letter.waitsFor());
                    statement.setInt(3, letter.waitsFor() == null ? 1 : 0);
                    statement.setString(4, actId);
                    statement.setLong(5, each.getKey());
                });
    }

    void removeTouches(Set<String> sequences) {
        jdbc.update("delete from parked_touch where token_name = ? and sequence = any(?)", tokenName, array(sequences));
    }

    ParkedSequences.Size count(Selection selection) {
        return size("select count(distinct sequence), count(*)" + MEANT_LETTERS, meantLetters(selection));
    }

    ParkedSequences.Size failedIn(String actId) {
        return size(
                "select count(distinct sequence), count(*) from parked_letter where token_name = ? and last_act = ?",
                tokenName,
                actId);
    }

    private ParkedSequences.Size size(String sql, Object... parameters) {
        return jdbc.queryForObject(
                sql, (row, number) -> new ParkedSequences.Size(row.getLong(1), row.getLong(2)), parameters);
    }

    Map<String, String> describe(Selection selection) {
        Map<String, String> lost = new LinkedHashMap<>();
        jdbc.query(
                "select sequence, count(*) as letters, string_agg(coalesce('#' || number, partition || '@' || placed_at) || ' '"
                        + " || payload_type, ', ' order by number nulls first, placed_at) as events"
                        + MEANT_LETTERS + " group by sequence order by sequence",
                row -> {
                    lost.put(row.getString("sequence"), row.getLong("letters") + " events: " + row.getString("events"));
                },
                meantLetters(selection));
        return lost;
    }

    void evict(Selection selection) {
        jdbc.update("delete" + MEANT_LETTERS, meantLetters(selection));
    }

    List<String> stillThere(Set<String> sequences) {
        return jdbc.queryForList(
                "select distinct sequence from parked_letter where token_name = ? and sequence = any(?)",
                String.class,
                tokenName,
                array(sequences));
    }

    private static String[] array(Set<String> sequences) {
        return sequences.toArray(String[]::new);
    }
}
