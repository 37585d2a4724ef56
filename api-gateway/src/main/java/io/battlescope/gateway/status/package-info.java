/**
 * How far the system is, put together from the services' reports in Redis and the Query DB. Either may be away: what is not
 * known is {@code null}, and the answer is still an answer.
 */
package io.battlescope.gateway.status;
