/**
 * What the past is fetched from: zKillboard's daily indexes and dumps, ESI, and EVE Ref's archives. {@link
 * io.battlescope.ingestion.history.History} lists a day and fetches some of its killmails, from the first source that has them.
 */
package io.battlescope.ingestion.history;
