/**
 * Killmails as they cross process borders: accepted ({@link io.battlescope.api.killmail.IngestedKillmail}) and understood
 * ({@link io.battlescope.api.killmail.EnrichedKillmail}). The natural key everywhere is {@code killmailId}; a second
 * delivery of the same id is never a second kill.
 */
package io.battlescope.api.killmail;
