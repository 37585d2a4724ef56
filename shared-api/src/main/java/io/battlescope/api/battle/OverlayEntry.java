package io.battlescope.api.battle;

import java.time.Instant;

/**
 * An act of an admin that is in force.
 *
 * @param actId chosen by whoever asked; doing the same act twice is doing it once
 * @param actor who did it
 * @param reason why, in the actor's words
 * @param at when it was asked for (our clock, UTC)
 */
public record OverlayEntry(String actId, String actor, String reason, Instant at, OverlayAct act) {}
