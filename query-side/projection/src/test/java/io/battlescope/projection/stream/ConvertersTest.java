package io.battlescope.projection.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.projection.fixture.Mails;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertersTest {

    private final DomainEventConverter domain = new DomainEventConverter(
            BattleEvent.class,
            JacksonSerializer.builder().objectMapper(MessageJson.newMapper()).build());
    private final JsonEventConverter<EnrichedKillmail> json =
            new JsonEventConverter<>(EnrichedKillmail.class, mail -> "killmail-" + mail.killmailId());

    @Test
    void a_domain_event_comes_back_with_its_place_in_history() {
        BattleMerged merged = new BattleMerged("b1", 30000142, "b2", 17);

        EventMessage<?> read = domain.readKafkaMessage(
                        fetched(sent(new GenericDomainEventMessage<>("Battle", "b1", 4, merged))))
                .orElseThrow();

        assertThat(read.getPayload()).isEqualTo(merged);
        assertThat(read).isInstanceOfSatisfying(DomainEventMessage.class, event -> {
            assertThat(event.getAggregateIdentifier()).isEqualTo("b1");
            assertThat(event.getSequenceNumber()).isEqualTo(4);
        });
    }

    @Test
    void a_record_without_axon_headers_is_an_error_with_its_offset() {
        assertThatThrownBy(() -> domain.readKafkaMessage(fetched(new ProducerRecord<>("t", "k", bytes("{}")))))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("Record t-3@17 cannot be read");
    }

    @Test
    void a_broken_body_is_an_error_at_once() {
        ProducerRecord<String, byte[]> sent =
                sent(new GenericDomainEventMessage<>("Battle", "b1", 0, new BattleMerged("b1", 1, "b2", 3)));
        ProducerRecord<String, byte[]> broken =
                new ProducerRecord<>("t", null, null, "k", bytes("{\"battleId\":"), sent.headers());

        assertThatThrownBy(() -> domain.readKafkaMessage(fetched(broken)))
                .isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void an_event_of_another_family_is_an_error() {
        assertThatThrownBy(() -> domain.readKafkaMessage(
                        fetched(sent(new GenericDomainEventMessage<>("Battle", "b1", 0, "no battle event")))))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("is no BattleEvent");
    }

    @Test
    void an_event_of_no_aggregate_is_an_error() {
        assertThatThrownBy(() -> domain.readKafkaMessage(
                        fetched(sent(new GenericEventMessage<>(new BattleMerged("b1", 1, "b2", 3))))))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("no aggregate");
    }

    @Test
    void a_killmail_becomes_an_event_named_by_its_id() throws Exception {
        EnrichedKillmail mail = Mails.enriched(
                17,
                30000142,
                5,
                "12.50",
                Mails.victim(1, 1, 1, Mails.RIFTER),
                List.of(Mails.attacker(2, 2, 2, null, 10, true), Mails.npc()));

        EventMessage<?> read = json.readKafkaMessage(fetched(
                        new ProducerRecord<>("t", "k", MessageJson.mapper().writeValueAsBytes(mail))))
                .orElseThrow();

        assertThat(read.getIdentifier()).isEqualTo("killmail-17");
        assertThat(read.getPayload()).isEqualTo(mail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[]", "{}", "\u0000"})
    void a_value_that_is_no_killmail_is_an_error(String value) {
        assertThatThrownBy(() -> json.readKafkaMessage(fetched(new ProducerRecord<>("t", "k", bytes(value)))))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("Record t-3@17 cannot be read");
    }

    @Test
    void a_record_without_value_is_an_error() {
        assertThatThrownBy(() -> json.readKafkaMessage(fetched(new ProducerRecord<>("t", "k", null))))
                .isInstanceOf(UnreadableRecordException.class);
    }

    private ProducerRecord<String, byte[]> sent(EventMessage<?> event) {
        return domain.createKafkaMessage(event, "t");
    }

    private static ConsumerRecord<String, byte[]> fetched(ProducerRecord<String, byte[]> sent) {
        ConsumerRecord<String, byte[]> fetched = new ConsumerRecord<>("t", 3, 17, sent.key(), sent.value());
        sent.headers().forEach(fetched.headers()::add);
        return fetched;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
