package io.battlescope.command.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorRefusal;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/** Tells what comes of acts: on {@code admin.events} while they are under way, and on {@code audit.events} at their end. */
record Outcomes(KafkaTemplate<String, byte[]> kafka, TopicNames topics) {

    private static final long ACK_SECONDS = 40;

    static ActOutcome done(
            ProcessorOrder order,
            String detail,
            Map<String, Long> figures,
            Map<String, String> before,
            Map<String, String> after) {
        return outcome(order, ActStatus.DONE, null, detail, figures, before, after);
    }

    static ActOutcome refused(ProcessorOrder order, ProcessorRefusal code, String detail) {
        return refused(order, code, detail, Map.of());
    }

    static ActOutcome refused(ProcessorOrder order, ProcessorRefusal code, String detail, Map<String, Long> figures) {
        return outcome(order, ActStatus.REFUSED, code, detail, figures, Map.of(), Map.of());
    }

    static ActOutcome running(Act act, String detail) {
        return outcome(act.order(), ActStatus.RUNNING, null, detail, figures(act), Map.of(), Map.of());
    }

    static Map<String, Long> figures(Act act) {
        Map<String, Long> figures = new HashMap<>(Map.of("published", act.published(), "total", act.total()));
        if (act.perSecond() > 0) {
            figures.put("perSecond", Math.round(act.perSecond()));
            figures.put("etaSeconds", act.etaSeconds());
        }
        return figures;
    }

    private static ActOutcome outcome(
            ProcessorOrder order,
            ActStatus status,
            ProcessorRefusal code,
            String detail,
            Map<String, Long> figures,
            Map<String, String> before,
            Map<String, String> after) {
        return new ActOutcome(
                order.actId(),
                0,
                1,
                order.what(),
                order.target(),
                order.actor(),
                order.reason(),
                order.requestedAt(),
                Instant.now(),
                status,
                code == null ? null : code.name(),
                detail,
                figures,
                before,
                after,
                order.role());
    }

    /** Returns once the broker has it. */
    void tell(ActOutcome outcome) {
        if (outcome.status() == ActStatus.RUNNING) {
            send(Topic.ADMIN_EVENTS, outcome.target(), outcome);
        } else {
            send(Topic.AUDIT_EVENTS, outcome.actor(), outcome);
        }
    }

    private void send(Topic topic, String key, ActOutcome outcome) {
        try {
            kafka.send(topics.of(topic), key, json(outcome)).get(ACK_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The broker did not take the outcome of act " + outcome.actId(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while the outcome of act " + outcome.actId() + " was told", e);
        }
    }

    private static byte[] json(ActOutcome outcome) {
        try {
            return MessageJson.mapper().writeValueAsBytes(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An outcome holds text and numbers only", e);
        }
    }
}
