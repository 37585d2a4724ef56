package io.battlescope.projection.rebuild;

import io.battlescope.projection.processor.Projection;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.version.ProjectionVersion;

/** Both versions of a rebuild, and where they come from. */
record Versions(ProjectionFeed feed, ProjectionVersion old, ProjectionVersion made) {

    Projection projection() {
        return feed.projection();
    }

    /** Whether this code can write a version. */
    boolean canWrite(ProjectionVersion version) {
        return projection().layout() == version.layout();
    }
}
