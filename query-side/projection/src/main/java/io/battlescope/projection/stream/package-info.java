/**
 * Events from Kafka for Axon's streaming processors, through the extension's own source but without its losing defaults: records
 * are handed out in the order they were fetched, start tokens name every partition, and a record that cannot be read stops the
 * stream instead of vanishing from it.
 */
package io.battlescope.projection.stream;
