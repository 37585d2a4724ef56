package io.battlescope.projection.status;

import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.token.StoredToken;
import io.battlescope.projection.token.TokenTable;
import io.battlescope.projection.version.ProjectionVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A version of a projection, as a look at the Query DB and at the broker found it.
 *
 * @param feed what it keeps, and from where
 * @param control what admins want of it
 * @param segments all of them, whoever holds them; none before its first start
 * @param source the topic as it is now
 */
record Seen(
        Instant at,
        ProjectionVersion version,
        ProjectionFeed feed,
        Control control,
        List<StoredToken> segments,
        Source source) {

    /**
     * What admins want, and what an act at work needs.
     *
     * @param replay where a replay began and where the topic ended then; {@code null} when there is none
     * @param topicId the broker's id of the topic that it was following when first seen; {@code null} before
     * @param act the act at work; {@code null} for none
     */
    record Control(boolean paused, boolean held, Replay replay, String topicId, String act) {

        boolean wantsRun() {
            return !paused && !held;
        }
    }

    /** By partition, the last offset handled when it began and the last there was; −1 for none. */
    record Replay(Map<Integer, Long> from, Map<Integer, Long> to) {}

    /**
     * A topic.
     *
     * @param topicId {@code null} for one that does not exist, and when the broker cannot be asked
     * @param starts the first offset that is still kept, by partition
     * @param ends the offset after the last
     * @param away why the broker cannot be asked; {@code null} when it can
     */
    record Source(String topicId, Map<Integer, Long> starts, Map<Integer, Long> ends, String away) {}

    String tokenName() {
        return version.tokenName();
    }

    /** What was removed before it was handled is as good as handled. */
    Map<Integer, Long> handled() {
        return past(TokenTable.positions(segments));
    }

    /** What nobody has handled. */
    long eventsBehind() {
        return behind(handled());
    }

    boolean isCaughtUp(StoredToken segment) {
        return isKnown() && !isLost() && behind(past(segment.positions())) == 0;
    }

    boolean isCaughtUp() {
        return isKnown() && !isLost() && eventsBehind() == 0;
    }

    /** Whether it can be said how far it is. */
    boolean isKnown() {
        return !segments.isEmpty() && source.away() == null;
    }

    /** Whether the topic is not the one that was followed. */
    boolean isLost() {
        return !lost().isEmpty();
    }

    /** What says that the topic is not the one that was followed; empty when nothing does. */
    String lost() {
        if (!isKnown() || !version.isFollowed()) {
            return "";
        }
        if (source.topicId() == null) {
            return "The topic does not exist";
        }
        if (control.topicId() != null && !control.topicId().equals(source.topicId())) {
            return "The topic was made anew; what was in it before is gone";
        }
        return TokenTable.positions(segments).entrySet().stream()
                .map(position -> lost(position.getKey(), position.getValue()))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String lost(int partition, long handled) {
        long start = source.starts().getOrDefault(partition, 0L);
        long end = source.ends().getOrDefault(partition, 0L);
        if (handled >= end) {
            return "Offset " + handled + " of partition " + partition + " was handled, and the topic ends before "
                    + end;
        }
        // nothing handled at all is the beginning, wherever that is
        return handled >= 0 && handled + 1 < start && feed.topic().retention().isEmpty()
                ? "Offset " + handled + " of partition " + partition
                        + " was handled last, and what followed was removed: the topic begins at " + start
                : "";
    }

    private Map<Integer, Long> past(Map<Integer, Long> positions) {
        Map<Integer, Long> handled = new TreeMap<>(positions);
        source.starts().forEach((partition, start) -> handled.merge(partition, start - 1, Math::max));
        return handled;
    }

    private long behind(Map<Integer, Long> handled) {
        return source.ends().entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - 1 - handled.getOrDefault(end.getKey(), -1L)))
                .sum();
    }
}
