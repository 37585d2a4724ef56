/** Enriched killmails come in over Kafka; what cannot be handled leaves for the dead-letter topic. */
package io.battlescope.command.kafka;
