/** The way to Kafka: orders to the other services go out here, and nowhere else. */
package io.battlescope.gateway.broker;
