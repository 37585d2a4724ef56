/** The way to Kafka: orders, keys and what the audit is to know go out here, and nowhere else. */
package io.battlescope.gateway.broker;
