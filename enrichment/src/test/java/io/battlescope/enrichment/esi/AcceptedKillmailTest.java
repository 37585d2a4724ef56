package io.battlescope.enrichment.esi;

import static io.battlescope.enrichment.MailBuilder.RIFTER;
import static io.battlescope.enrichment.MailBuilder.mail;
import static io.battlescope.enrichment.MailBuilder.nobody;
import static io.battlescope.enrichment.MailBuilder.pilot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.battlescope.enrichment.MailBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedKillmailTest {

    @Test
    void reads_what_ingestion_writes() {
        MailBuilder mail = mail().attackedBy(
                        pilot(2_112_000_001, 98_000_002).in(RIFTER).damage(5_000_000_000L))
                .zkillboardSays(new BigDecimal("10.10"));

        AcceptedKillmail read = AcceptedKillmail.read(mail.bytes());

        assertThat(read.killmailId()).isEqualTo(mail.ingested().killmailId());
        assertThat(read.hash()).isEqualTo(mail.ingested().hash());
        assertThat(read.occurredAt()).isEqualTo(mail.ingested().occurredAt());
        assertThat(read.provenance()).isEqualTo(mail.ingested().provenance());
        assertThat(read.zkb().get("totalValue").decimalValue()).isEqualByComparingTo("10.10");
        assertThat(read.killmail().attackers())
                .containsExactly(
                        new EsiAttacker(2_112_000_001L, 98_000_002L, null, null, RIFTER, 0, 5_000_000_000L, false));
    }

    @Test
    void new_fields_are_passed_over() {
        assertThat(AcceptedKillmail.read(
                                mail().attackedBy(pilot(1, 2).with("mood", 3)).bytes())
                        .killmail()
                        .attackers())
                .hasSize(1);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"null", "[]", "42", "not json", "{\"killmailId\":", "{\"killmailId\":\"abc\"}"})
    void what_is_no_killmail_is_refused(String text) {
        byte[] message = text == null ? null : text.getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(UnreadableKillmailException.class)
                .isThrownBy(() -> AcceptedKillmail.read(message))
                .returns("NOT_A_KILLMAIL", UnreadableKillmailException::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"victim", "attackers"})
    void a_mail_without_its_essentials_is_refused_by_name(String field) {
        byte[] message = mail().attackedBy(pilot(1, 2)).without(field).bytes();

        assertThatExceptionOfType(UnreadableKillmailException.class)
                .isThrownBy(() -> AcceptedKillmail.read(message))
                .withMessage("Killmail 131000001 has no killmail." + field)
                .returns("KILLMAIL_INCOMPLETE", UnreadableKillmailException::code);
    }

    @Test
    void a_victim_in_nothing_is_refused() {
        assertThatExceptionOfType(UnreadableKillmailException.class)
                .isThrownBy(() -> AcceptedKillmail.read(
                        mail().victim(nobody().with("character_id", 90_000_001)).bytes()))
                .withMessageContaining("ship_type_id");
    }
}
