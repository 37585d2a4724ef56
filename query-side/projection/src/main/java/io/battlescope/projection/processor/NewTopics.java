package io.battlescope.projection.processor;

import io.battlescope.kit.topic.TopicNames;
import io.battlescope.projection.stream.StartTokens;
import io.battlescope.projection.stream.TopicLog;
import io.battlescope.projection.token.StoredToken;
import io.battlescope.projection.token.TokenTable;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.ProjectionVersions;
import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has a version go on at the beginning of a topic that was made anew, with the rows that it has. All instances try; the first one writes
 * the new tokens and ends all claims, so that a batch of the topic before, wherever it is at work, is rolled back.
 */
@Component
class NewTopics {

    private static final Logger log = LoggerFactory.getLogger(NewTopics.class);

    private final ProjectionVersions versions;
    private final TokenTable tokens;
    private final TopicLog topicLog;
    private final TopicNames names;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    NewTopics(
            ProjectionVersions versions,
            TokenTable tokens,
            TopicLog topicLog,
            TopicNames names,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.versions = versions;
        this.tokens = tokens;
        this.topicLog = topicLog;
        this.names = names;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does nothing for a version that follows the topic there is, whatever else may be wrong with that. */
    void follow(ProjectionVersion version, ProjectionFeed feed) {
        String topic = names.of(feed.topic());
        String topicId = topicLog.topicId(topic);
        if (versions.follows(version, topicId)) {
            return;
        }
        TrackingToken start =
                StartTokens.startOf(topic, topicLog.partitionsOf(topic).size());
        Boolean isFirst = transaction.execute(status -> follow(version, topicId, start));
        if (Boolean.TRUE.equals(isFirst)) {
            log.warn(
                    "{} was made anew: processor {} goes on at its beginning, and keeps what it has of the one before",
                    topic,
                    version.tokenName());
        }
    }

    /** The tokens are locked first, in the order in which acts do it. */
    private boolean follow(ProjectionVersion version, String topicId, TrackingToken start) {
        jdbc.execute("set local lock_timeout = '2s'");
        List<StoredToken> segments = tokens.lock(version.tokenName());
        if (!versions.follow(version, topicId)) {
            return false;
        }
        segments.forEach(segment -> tokens.put(version.tokenName(), segment.segment(), start));
        return true;
    }
}
