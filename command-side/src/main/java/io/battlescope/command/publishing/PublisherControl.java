package io.battlescope.command.publishing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code publisher_control}. */
class PublisherControl {

    private final JdbcClient jdbc;

    PublisherControl(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param topicId the topic that what is published is complete in; {@code null} before it was first seen */
    record Row(String processor, boolean paused, String topicId) {}

    List<Row> all() {
        return jdbc.sql("select processor, paused, topic_id from publisher_control")
                .query((row, number) -> new Row(row.getString(1), row.getBoolean(2), row.getString(3)))
                .list();
    }

    Row of(String processor) {
        return all().stream()
                .filter(row -> row.processor().equals(processor))
                .findFirst()
                .orElse(new Row(processor, false, null));
    }

    void pause(String processor, boolean paused) {
        jdbc.sql("""
            insert into publisher_control (processor, paused) values (?, ?)
            on conflict (processor) do update set paused = excluded.paused\
            """).param(processor).param(paused).update();
    }

    /** The first topic seen is the one: it was there before anything was published, or before anybody looked. */
    void firstSeen(String processor, String topicId) {
        jdbc.sql("""
            insert into publisher_control as c (processor, topic_id) values (?, ?)
            on conflict (processor) do update set topic_id = excluded.topic_id where c.topic_id is null\
            """).param(processor).param(topicId).update();
    }

    /** A topic that was made anew has all that it is to have. */
    void adopt(String processor, String topicId) {
        jdbc.sql("update publisher_control set topic_id = ? where processor = ?")
                .param(topicId)
                .param(processor)
                .update();
    }
}
