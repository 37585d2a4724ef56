/**
 * Battles with their killmails, pilots and entities, from {@code battle.events}. A pure fold turns a batch of events into the
 * changes of rows; events that a battle has shown before are told by its last sequence number and take no effect.
 */
package io.battlescope.projection.battle;
