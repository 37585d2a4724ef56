package io.battlescope.view.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * One event of a battle.
 *
 * @param sequence counts the battle's events, from 0
 * @param at when it happened to the battle (our clock, UTC)
 * @param kind the event's name, such as {@code KillmailsAttributed} or {@code SidesDrawn}
 * @param text the event in a sentence
 * @param lateSeconds for killmails that came late: seconds from the earliest of them to the latest kill that the battle knew then;
 *     absent unless that is more than the rule's gap
 * @param data the event's facts; of killmails their ids, times and values
 */
public record HistoryEntry(
        long sequence,
        Instant at,
        String kind,
        String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long lateSeconds,
        Map<String, Object> data) {}
