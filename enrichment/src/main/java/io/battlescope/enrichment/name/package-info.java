/**
 * Names of those on killmails, beside the stream: consumers of their own ask ESI and put what it says on {@code entity.updated}.
 * The topics are the queues: what is not named yet waits at a committed offset, so that nothing is lost when a process dies or
 * ESI is down for a day. Redis remembers what was asked; without it the same is asked more often.
 */
package io.battlescope.enrichment.name;
