/** Publishing again what Kafka has lost, from what the command side keeps. */
package io.battlescope.gateway.republish;
