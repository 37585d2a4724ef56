/**
 * The projection service: the only writer of the Query DB. It follows battles and killmails on Kafka with Axon's streaming
 * processors and keeps the read model, the tokens and the progress per battle in one transaction, so that each event takes
 * effect once whatever is killed in between.
 */
package io.battlescope.projection;
