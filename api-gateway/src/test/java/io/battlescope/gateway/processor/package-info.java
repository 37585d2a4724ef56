/** Processors over HTTP: services' reports are put into Redis by the test, and orders read back from Kafka. */
package io.battlescope.gateway.processor;
