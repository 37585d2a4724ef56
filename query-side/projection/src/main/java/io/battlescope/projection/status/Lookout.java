package io.battlescope.projection.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.json.MessageJson;
import io.battlescope.kit.topic.TopicNames;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.processor.ProjectionProcessors;
import io.battlescope.projection.sql.JsonText;
import io.battlescope.projection.status.Seen.Control;
import io.battlescope.projection.status.Seen.Replay;
import io.battlescope.projection.token.StoredToken;
import io.battlescope.projection.token.TokenTable;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.ProjectionVersion.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks at all processors at once: two questions to the Query DB and one round of questions to the broker. */
@Component
class Lookout {

    private static final String SELECT = """
            select v.processor, v.version, v.schema_name, v.layout, v.state, v.topic_id,
                   coalesce(c.paused, false) as paused, c.held_by is not null as held, c.replay,
                   (select a.act_id from processor_act a where a.processor = v.processor and a.status = 'running'
                    and not a.beside) as act
            from projection_version v
                 left join processor_control c on c.token_name = case v.version when 1 then v.processor
                                                                 else v.processor || '@' || v.version end
            where v.state <> 'dropping' order by v.processor, v.version""";

    private final JdbcTemplate jdbc;
    private final TokenTable tokens;
    private final SourceEnds sources;
    private final ProjectionProcessors processors;
    private final TopicNames topics;

    Lookout(
            JdbcTemplate jdbc,
            TokenTable tokens,
            SourceEnds sources,
            ProjectionProcessors processors,
            TopicNames topics) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.sources = sources;
        this.processors = processors;
        this.topics = topics;
    }

    private record Row(ProjectionVersion version, Control control) {}

    List<Seen> look() {
        // tokens first: what is handled before the ends are asked for cannot lie behind them
        Map<String, List<StoredToken>> segments =
                tokens.all().stream().collect(Collectors.groupingBy(StoredToken::tokenName));
        List<Row> rows = jdbc.query(SELECT, Lookout::read);
        Map<String, ProjectionFeed> feeds = processors.feeds().stream()
                .collect(Collectors.toMap(feed -> feed.projection().name(), feed -> feed));
        Map<String, Seen.Source> ends = sources.of(
                feeds.values().stream().map(ProjectionFeed::topic).distinct().toList());
        Instant now = Instant.now();
        List<Seen> seen = new ArrayList<>();
        for (Row row : rows) {
            ProjectionFeed feed = feeds.get(row.version().processor());
            if (feed != null) {
                seen.add(remember(new Seen(
                        now,
                        row.version(),
                        feed,
                        row.control(),
                        segments.getOrDefault(row.version().tokenName(), List.of()),
                        ends.get(topics.of(feed.topic())))));
            }
        }
        processors.strand(
                seen.stream().filter(Seen::isLost).map(Seen::tokenName).collect(Collectors.toSet()));
        return seen;
    }

    /** Which topic a version follows, for when there will be another of its name; and that a replay has come to its end. */
    private Seen remember(Seen seen) {
        ProjectionVersion version = seen.version();
        if (seen.control().topicId() == null && seen.source().topicId() != null && version.isFollowed()) {
            jdbc.update(
                    "update projection_version set topic_id = ? where processor = ? and version = ? and topic_id is null",
                    seen.source().topicId(),
                    version.processor(),
                    version.version());
        }
        if (seen.control().replay() != null && seen.isCaughtUp()) {
            jdbc.update(
                    "update processor_control set replay = null where token_name = ? and replay = ?::jsonb",
                    seen.tokenName(),
                    JsonText.of(seen.control().replay()));
        }
        return seen;
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        ProjectionVersion version = new ProjectionVersion(
                row.getString("processor"),
                row.getInt("version"),
                row.getString("schema_name"),
                row.getInt("layout"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
        Control control = new Control(
                row.getBoolean("paused"),
                row.getBoolean("held"),
                replay(row.getString("replay")),
                row.getString("topic_id"),
                row.getString("act"));
        return new Row(version, control);
    }

    private static Replay replay(String json) {
        try {
            return json == null ? null : MessageJson.mapper().readValue(json, Replay.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Query DB holds a replay that is none", e);
        }
    }
}
