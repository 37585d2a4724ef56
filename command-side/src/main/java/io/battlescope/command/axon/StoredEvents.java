package io.battlescope.command.axon;

import io.battlescope.api.topic.Topic;
import io.battlescope.command.publishing.Archive;
import java.sql.Types;
import java.time.Instant;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The event store as what {@code battle.events} can be published again from, message by message as the publisher makes them. */
final class StoredEvents implements Archive {

    /** The engine has a hundred in memory at a time, however large they are. */
    private static final int AT_ONCE = 500;

    private final EventStorageEngine engine;
    private final BattlePublisher publisher;
    private final JdbcClient eventsDb;

    StoredEvents(EventStorageEngine engine, BattlePublisher publisher, DataSource eventsDb) {
        this.engine = engine;
        this.publisher = publisher;
        this.eventsDb = JdbcClient.create(eventsDb);
    }

    @Override
    public String processor() {
        return BattlePublisher.PROCESSOR;
    }

    @Override
    public String description() {
        return "the event store";
    }

    @Override
    public Topic topic() {
        return Topic.BATTLE_EVENTS;
    }

    @Override
    public Extent extent(Instant from, Instant to) {
        return eventsDb.sql("""
                select coalesce(min(global_index) - 1, 0), coalesce(max(global_index), 0), count(*)
                from domain_event_entry
                where (:from::text is null or time_stamp >= :from) and (:to::text is null or time_stamp <= :to)\
                """)
                .param("from", text(from), Types.VARCHAR)
                .param("to", text(to), Types.VARCHAR)
                .query((row, number) -> new Extent(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** Stored times are texts of one width, so that their order is the order of time. */
    private static String text(Instant instant) {
        return instant == null ? null : DateTimeUtils.formatInstant(instant);
    }

    @Override
    public Slice next(Span span, Consumer<ProducerRecord<String, byte[]>> sink) {
        long position = span.after();
        long sent = 0;
        try (Stream<? extends TrackedEventMessage<?>> events =
                engine.readEvents(new GapAwareTrackingToken(span.after(), Set.of()), false)) {
            Iterator<? extends TrackedEventMessage<?>> each =
                    events.limit(AT_ONCE).iterator();
            while (each.hasNext()) {
                TrackedEventMessage<?> event = each.next();
                long index = ((GapAwareTrackingToken) event.trackingToken()).getIndex();
                if (index > span.last()) {
                    return new Slice(span.last(), sent);
                }
                position = index;
                if (isMeant(event, span)) {
                    sink.accept(publisher.message(event));
                    sent++;
                }
            }
        }
        return new Slice(position == span.after() ? span.last() : position, sent);
    }

    private static boolean isMeant(TrackedEventMessage<?> event, Span span) {
        return (span.from() == null || !event.getTimestamp().isBefore(span.from()))
                && (span.to() == null || !event.getTimestamp().isAfter(span.to()));
    }
}
