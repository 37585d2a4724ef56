/**
 * The services that BattleScope asks, as they really behave: R2Z2 and the history, zKillboard's site, ESI and EVE Ref. Each can lie in all
 * the ways that the real ones have been seen to, at a rate that is set for each.
 */
package io.battlescope.simulator.server;
