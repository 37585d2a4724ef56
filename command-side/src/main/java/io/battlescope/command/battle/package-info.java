/**
 * A battle as a decider: {@link io.battlescope.command.battle.BattleDecider#decide} says what a command leads to,
 * {@link io.battlescope.command.battle.Battle#evolve} what an event means. Plain Java; no framework is known here.
 */
package io.battlescope.command.battle;
