package io.battlescope.projection.battle;

/**
 * A battle's events do not follow one another. One of them is missing from the topic, or came too late; going on would leave the
 * battle wrong for ever, so the processor stays in front of the gap.
 */
public final class BattleHistoryGapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BattleHistoryGapException(String battleId, long last, long next) {
        super("Battle " + battleId + " jumps from event " + last + " to event " + next
                + ": an event is missing from battle.events; publish the battle again from the event store");
    }
}
