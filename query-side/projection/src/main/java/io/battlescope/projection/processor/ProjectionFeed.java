package io.battlescope.projection.processor;

import io.battlescope.api.topic.Topic;
import org.axonframework.extensions.kafka.eventhandling.KafkaMessageConverter;

/** A projection, the topic it follows, and how records of the topic become events. */
public record ProjectionFeed(Projection projection, Topic topic, KafkaMessageConverter<String, byte[]> converter) {}
