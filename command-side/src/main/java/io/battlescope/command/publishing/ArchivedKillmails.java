package io.battlescope.command.publishing;

import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every killmail with all that was ever said of it, the best value last, in the order of their ids. A range of time means when the
 * command side was told, for that is what a topic has lost.
 */
final class ArchivedKillmails implements Archive {

    static final String PROCESSOR = "killmail-archive";

    private static final int AT_ONCE = 250;
    private static final String IN_RANGE = " coalesce(changed_at, recorded_at)"
            + " between coalesce(:from, '-infinity'::timestamptz) and coalesce(:to, 'infinity'::timestamptz) ";

    private final JdbcClient battlesDb;
    private final String topic;

    ArchivedKillmails(JdbcClient battlesDb, TopicNames topics) {
        this.battlesDb = battlesDb;
        this.topic = topics.of(topic());
    }

    @Override
    public String processor() {
        return PROCESSOR;
    }

    @Override
    public String description() {
        return "the archive of killmails";
    }

    @Override
    public Topic topic() {
        return Topic.KILLMAIL_ENRICHED;
    }

    @Override
    public Extent extent(Instant from, Instant to) {
        return battlesDb
                .sql("select coalesce(min(killmail_id) - 1, 0), coalesce(max(killmail_id), 0), count(*) from killmail"
                        + (from == null && to == null ? "" : " where" + IN_RANGE))
                .param("from", time(from), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", time(to), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) -> new Extent(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** @param meant whether it lies in the range of time */
    private record Row(long killmailId, byte[] repeat, byte[] payload, boolean meant) {}

    @Override
    public Slice next(Span span, Consumer<ProducerRecord<String, byte[]>> sink) {
        List<Row> rows = battlesDb
                .sql("select k.killmail_id, r.payload, k.payload, k.meant from (select killmail_id, payload," + IN_RANGE
                        + "as meant from killmail where killmail_id > :after and killmail_id <= :last"
                        + " order by killmail_id limit :atOnce) k left join killmail_repeat r using (killmail_id)"
                        + " order by k.killmail_id, r.recorded_at")
                .param("from", time(span.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", time(span.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("after", span.after())
                .param("last", span.last())
                .param("atOnce", AT_ONCE)
                .query((row, number) -> new Row(row.getLong(1), row.getBytes(2), row.getBytes(3), row.getBoolean(4)))
                .list();
        long sent = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.meant() && row.repeat() != null) {
                sink.accept(message(row.repeat()));
            }
            boolean isLastOfIts = i + 1 == rows.size() || rows.get(i + 1).killmailId() != row.killmailId();
            if (row.meant() && isLastOfIts) {
                sink.accept(message(row.payload()));
                sent++;
            }
        }
        return new Slice(rows.isEmpty() ? span.last() : rows.getLast().killmailId(), sent);
    }

    private ProducerRecord<String, byte[]> message(byte[] payload) {
        try {
            EnrichedKillmail mail = MessageJson.mapper().readValue(payload, EnrichedKillmail.class);
            return new ProducerRecord<>(topic, Integer.toString(mail.systemId()), payload);
        } catch (IOException e) {
            throw new UncheckedIOException("An archived killmail cannot be read", e);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
