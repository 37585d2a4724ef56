package io.battlescope.command.attribution;

import io.battlescope.api.killmail.EnrichedKillmail;

/**
 * A killmail as it came from the topic.
 *
 * @param position where in the topic, {@code partition@offset}
 * @param payload the message as received, kept so that the topic can be published again
 */
public record Delivery(int partition, String position, byte[] payload, EnrichedKillmail mail) {}
