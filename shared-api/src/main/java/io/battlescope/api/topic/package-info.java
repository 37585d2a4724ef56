/** The Kafka topics between the services: the only road from one to another. */
package io.battlescope.api.topic;
