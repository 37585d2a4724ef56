/**
 * Axon at the edge: the aggregate as a thin shell around the decider, the event store in PostgreSQL, and the publisher that
 * follows the store to Kafka.
 */
package io.battlescope.command.axon;
