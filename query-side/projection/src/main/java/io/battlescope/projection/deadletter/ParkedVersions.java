package io.battlescope.projection.deadletter;

import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.ProjectionVersions;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The versions of a processor that somebody keeps up, each of which parks for itself. */
@Component
class ParkedVersions {

    private final ProjectionVersions versions;
    private final ObjectProvider<ProjectionFeed> feeds;

    ParkedVersions(ProjectionVersions versions, ObjectProvider<ProjectionFeed> feeds) {
        this.versions = versions;
        this.feeds = feeds;
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
}
