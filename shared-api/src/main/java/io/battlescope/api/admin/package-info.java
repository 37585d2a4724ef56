/**
 * What admins ask of the services that carry it out, over {@code admin.commands}. What came of it is told as
 * {@link io.battlescope.api.battle.ActOutcome}: on the way on {@code admin.events}, in the end on {@code audit.events}.
 */
package io.battlescope.api.admin;
