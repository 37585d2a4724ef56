/**
 * What admins asked for, from {@code battle.commands} and {@code admin.commands}, what becomes of it, from {@code admin.events}, and what came
 * of it, from {@code audit.events}. The topics have no order between them, so a row says the same whichever is heard first: what was
 * decided stands over what is under way, and that over what was asked.
 */
package io.battlescope.projection.act;
