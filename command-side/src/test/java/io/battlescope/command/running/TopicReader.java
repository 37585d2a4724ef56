package io.battlescope.command.running;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.KillmailsRemoved;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.topic.DeadLetter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, again and again, as a consumer that trusts nothing would. */
final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    TopicReader(String servers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest", "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    List<ConsumerRecord<String, byte[]>> records() {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        return seen;
    }

    /** What each battle holds when every event counts once; checks on the way that each stream of a battle is whole. */
    Map<String, Set<Long>> battles() {
        Map<String, Long> lastSequence = new HashMap<>();
        Map<String, Set<Long>> battles = new HashMap<>();
        for (ConsumerRecord<String, byte[]> message : records()) {
            BattleEvent event = event(message);
            long sequence = ByteBuffer.wrap(message.headers()
                            .lastHeader("axon-message-aggregate-seq")
                            .value())
                    .getLong();
            long expected = lastSequence.getOrDefault(event.battleId(), -1L) + 1;
            if (sequence > expected) {
                throw new AssertionError("Event " + expected + " of battle " + event.battleId() + " is missing");
            }
            if (sequence == expected) {
                lastSequence.put(event.battleId(), sequence);
                apply(battles, event);
            }
        }
        return battles;
    }

    private static void apply(Map<String, Set<Long>> battles, BattleEvent event) {
        Set<Long> held = battles.computeIfAbsent(event.battleId(), id -> new HashSet<>());
        switch (event) {
            case KillmailsAttributed e -> {
                for (BattleKillmail mail : e.killmails()) {
                    if (!held.add(mail.killmailId())) {
                        throw new AssertionError("Killmail " + mail.killmailId() + " was attributed twice");
                    }
                }
                if (e.totals().killCount() != held.size()) {
                    throw new AssertionError("Totals say " + e.totals() + " of " + held.size() + " killmails");
                }
            }
            case BattleMerged e -> battles.remove(e.battleId());
            case KillmailsRemoved e ->
                e.killmails().forEach(mail -> {
                    if (!held.remove(mail.killmailId())) {
                        throw new AssertionError("Killmail " + mail.killmailId() + " was removed and not held");
                    }
                });
            default -> {}
        }
    }

    static BattleEvent event(ConsumerRecord<String, byte[]> message) {
        String type =
                new String(message.headers().lastHeader("axon-message-type").value(), StandardCharsets.UTF_8);
        try {
            return (BattleEvent) MessageJson.mapper().readValue(message.value(), Class.forName(type));
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError("An event on the topic cannot be read", e);
        }
    }

    List<DeadLetter> letters() {
        return records().stream().map(TopicReader::letter).toList();
    }

    private static DeadLetter letter(ConsumerRecord<String, byte[]> message) {
        try {
            return MessageJson.mapper().readValue(message.value(), DeadLetter.class);
        } catch (IOException e) {
            throw new AssertionError("A dead letter cannot be read", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
