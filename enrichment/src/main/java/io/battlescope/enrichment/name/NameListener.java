package io.battlescope.enrichment.name;

import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.esi.EsiUnavailableException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Follows the enriched killmails, in a group of its own and at its own pace. A batch's offset is committed once everybody on it
 * is named or set aside. While ESI cannot be asked, the consumer waits at its offset, paused, and stays in its group.
 */
final class NameListener {

    private final Namer namer;
    private final Memory memory;
    private final Agenda agenda;
    private final Clock clock;
    private final NameStatus status;

    NameListener(Namer namer, Memory memory, Agenda agenda, Clock clock, NameStatus status) {
        this.namer = namer;
        this.memory = memory;
        this.agenda = agenda;
        this.clock = clock;
        this.status = status;
    }

    // a battle's batch can be many questions, each with a time-out: longer than a consumer may be silent by default
    @KafkaListener(
            id = "enrichment-names",
            groupId = "#{@topicNames.prefix()}enrichment-names",
            topics = "#{@topicNames.of(T(io.battlescope.api.topic.Topic).KILLMAIL_ENRICHED)}",
            concurrency = "1",
            ackMode = "MANUAL",
            properties = {"max.poll.records=200", "max.poll.interval.ms=900000"})
    void name(List<ConsumerRecord<String, byte[]>> batch, Consumer<?, ?> consumer, Acknowledgment offsets)
            throws InterruptedException {
        status.pending("namesPending", batch.size(), consumer);
        try {
            name(Mentioned.on(
                    batch.stream().map(this::read).filter(Objects::nonNull).toList()));
            offsets.acknowledge();
            status.pending("namesPending", 0, consumer);
        } catch (EsiUnavailableException e) {
            // said in the log and the status by the client; the same records come again then
            offsets.nack(0, e.retryIn());
        }
    }

    private void name(Mentioned mentioned) throws EsiUnavailableException, InterruptedException {
        Map<Long, Memory.Known> known = memory.of(mentioned.kinds().keySet());
        for (long npc : mentioned.npcCorporations()) {
            if (!known.containsKey(npc)) {
                agenda.putSoon(new Errand.Ticker(mentioned.kinds().get(npc), npc));
            }
        }
        Instant stale = clock.instant().minus(Tickers.FRESH);
        known.forEach((id, what) -> {
            if (what.named() && what.asked().isBefore(stale)) {
                renew(mentioned, id);
            }
        });
        namer.name(mentioned.nameable().stream()
                .filter(id -> !known.containsKey(id))
                .toList());
    }

    /** Only with its ticker: the name alone would take the ticker's place in the topic. */
    private void renew(Mentioned mentioned, long id) {
        switch (mentioned.kinds().get(id)) {
            case CORPORATION, ALLIANCE ->
                agenda.putSoon(new Errand.Ticker(mentioned.kinds().get(id), id));
            case CHARACTER, FACTION -> {
                // forgotten when their time is up, and then named anew
            }
        }
    }

    private EnrichedKillmail read(ConsumerRecord<String, byte[]> message) {
        try {
            return MessageJson.mapper().readValue(message.value(), EnrichedKillmail.class);
        } catch (IOException | RuntimeException e) {
            // the command side, which needs every killmail, sets it aside and says why
            status.unreadable();
            return null;
        }
    }
}
