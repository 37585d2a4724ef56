package io.battlescope.view.history;

import java.time.Instant;

/**
 * What the battle knew before an event, as far as the sentence about the event needs it.
 *
 * @param latestKill the latest kill; {@code null} while it held none
 * @param gapSeconds the gap of its rule; {@code null} before there was one
 * @param takenFrom the battle that the killmails of this event were taken over from; {@code null} when they simply came
 */
record Background(Instant latestKill, Integer gapSeconds, String takenFrom) {

    /** Seconds that a kill is late, if that is more than the gap; else {@code null}. */
    Long lateness(Instant kill) {
        if (latestKill == null || gapSeconds == null || takenFrom != null) {
            return null;
        }
        long seconds = latestKill.getEpochSecond() - kill.getEpochSecond();
        return seconds > gapSeconds ? seconds : null;
    }
}
