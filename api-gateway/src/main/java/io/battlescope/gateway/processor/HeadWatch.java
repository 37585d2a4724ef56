package io.battlescope.gateway.processor;

import io.battlescope.api.processor.ProcessorReport.Alarm;
import io.battlescope.api.status.ServiceStatus;
import io.battlescope.api.topic.Topic;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that nobody takes a head that has stopped moving for one that was caught up with. Whoever follows a topic only knows what was
 * written to it; whether that is all that happened, those before it can tell. Killmails pass through enrichment, and battles through
 * enrichment, the command side and its publisher.
 */
final class HeadWatch {

    static final String ALARM = "HEAD_NOT_MOVING";

    private final FeederWatch enrichment = new FeederWatch("enrichment", Set.of("enriched", "deadLettered"));
    private final FeederWatch clustering = new FeederWatch("command-side", Set.of("attributed", "deadLettered"));
    private final PublisherWatch publisher = new PublisherWatch();

    /** What is to be said to those who follow a topic; nothing of topics whose heads can be trusted. */
    Map<Topic, Alarm> judge(List<ServiceStatus> reports, Instant now) {
        List<Merge.Said> published =
                Merge.byName(reports).getOrDefault(new Merge.Name(Publishers.OF_BATTLES, 1), List.of());
        // each of them has to look, whatever the others find
        Optional<Alarm> killmails = enrichment.judge(reports, now);
        Optional<Alarm> decisions = clustering.judge(reports, now);
        Optional<Alarm> battles = publisher.judge(published, now);
        Map<Topic, Alarm> untrusted = new EnumMap<>(Topic.class);
        killmails.ifPresent(alarm -> untrusted.put(Topic.KILLMAIL_ENRICHED, alarm));
        battles.or(() -> decisions).or(() -> killmails).ifPresent(alarm -> untrusted.put(Topic.BATTLE_EVENTS, alarm));
        return untrusted;
    }
}
