package io.battlescope.projection.deadletter;

import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.ProjectionVersions;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The versions of a processor that somebody keeps up, each of which parks for itself. */
@Component
class ParkedVersions {

    private final ProjectionVersions versions;
    private final ObjectProvider<ProjectionFeed> feeds;
    private final JdbcTemplate jdbc;

    ParkedVersions(ProjectionVersions versions, ObjectProvider<ProjectionFeed> feeds, JdbcTemplate jdbc) {
        this.versions = versions;
        this.feeds = feeds;
        this.jdbc = jdbc;
    }

    /** A version and how its events are handled. */
    record Followed(ProjectionVersion version, ProjectionFeed feed) {

        /** Whether this code writes its tables as they are. */
        boolean isKnown() {
            return feed.projection().layout() == version.layout();
        }

        String tokenName() {
            return version.tokenName();
        }
    }

    List<Followed> of(String processor) {
        return feeds.stream()
                .filter(feed -> feed.projection().name().equals(processor))
                .flatMap(feed -> versions.all().stream()
                        .filter(version -> version.processor().equals(processor) && version.isFollowed())
                        .map(version -> new Followed(version, feed)))
                .toList();
    }

    /** Does something to the version's own tables. */
    <T> T inTables(ProjectionVersion version, Supplier<T> work) {
        useTables(version.searchPath());
        T done = work.get();
        useTables(ProjectionVersion.PUBLIC);
        return done;
    }

    private void useTables(String searchPath) {
        jdbc.queryForObject("select set_config('search_path', ?, true)", String.class, searchPath);
    }
}
