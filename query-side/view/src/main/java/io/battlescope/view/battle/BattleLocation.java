package io.battlescope.view.battle;

/**
 * The battle that an id stands for today.
 *
 * @param battleId the survivor, or the battle itself
 * @param moved whether the id asked for was merged into another
 * @param visible whether the battle holds the losses that its rule asks for
 */
public record BattleLocation(String battleId, boolean moved, boolean visible) {}
