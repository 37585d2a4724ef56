/** The way to Kafka: orders to the command side and to ingestion go out here, and nowhere else. */
package io.battlescope.gateway.broker;
