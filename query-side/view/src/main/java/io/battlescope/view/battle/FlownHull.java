package io.battlescope.view.battle;

/**
 * A hull that a pilot was seen in.
 *
 * @param hullTypeId {@code null} for mails that name none
 * @param hullName {@code null} likewise
 */
public record FlownHull(Integer hullTypeId, String hullName, int kills, int losses) {}
