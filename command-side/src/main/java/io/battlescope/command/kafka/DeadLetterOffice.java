package io.battlescope.command.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.BattleRefusedException;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.command.attribution.Delivery;
import io.battlescope.command.attribution.KillmailSetAside;
import io.battlescope.command.attribution.OutboxRow;
import io.battlescope.command.attribution.PlannedCommand;
import io.battlescope.kit.deadletter.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what the command side cannot handle to the dead-letter topic, with a code and the reason. */
class DeadLetterOffice implements KillmailSetAside {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterOffice.class);
    private static final String STAGE = "command-side";

    private final DeadLetters deadLetters;
    private final String topic;
    private final Progress progress;

    DeadLetterOffice(DeadLetters deadLetters, String topic, Progress progress) {
        this.deadLetters = deadLetters;
        this.topic = topic;
        this.progress = progress;
    }

    void unreadable(String source, String position, byte[] payload, Exception reason) {
        send(source, position, null, "UNREADABLE", reason, text(payload));
    }

    void notObeyed(String source, String position, byte[] payload, Exception reason) {
        send(source, position, null, "ORDER_FAILED", reason, text(payload));
    }

    private static String text(byte[] payload) {
        return payload == null ? null : new String(payload, StandardCharsets.UTF_8);
    }

    @Override
    public void setAside(Delivery delivery, RuntimeException reason) {
        send(
                topic,
                delivery.position(),
                delivery.mail().killmailId(),
                "NOT_PLACED",
                reason,
                new String(delivery.payload(), StandardCharsets.UTF_8));
    }

    @Override
    public void setAside(OutboxRow row, PlannedCommand command, RuntimeException reason) {
        String code = reason instanceof BattleRefusedException refused
                ? refused.refusal().name()
                : "BATTLE_FAILED";
        send("command_outbox", row.id() + "/" + row.commands().indexOf(command), null, code, reason, json(command));
    }

    private void send(String source, String position, Long killmailId, String code, Exception reason, String payload) {
        log.warn("Set aside {} {} ({}): {}", source, position, code, reason.toString());
        deadLetters.send(
                Topic.KILLMAIL_ENRICHED_DLT,
                new DeadLetter(STAGE, source, position, killmailId, code, reason.toString(), payload, Instant.now()));
        progress.setAside();
    }

    private static String json(PlannedCommand command) {
        try {
            return MessageJson.mapper().writeValueAsString(command);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A planned command holds ids only", e);
        }
    }
}
