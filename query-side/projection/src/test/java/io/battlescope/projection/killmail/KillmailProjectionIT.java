package io.battlescope.projection.killmail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.killmail.Labels;
import io.battlescope.api.killmail.Provenance;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.QueryDb;
import io.battlescope.projection.sql.ProgressStores;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KillmailProjectionIT {

    private static final int SYSTEM = 30000142;

    private static QueryDb db;
    private static KillmailProjection projection;

    private final List<Attacker> attackers = List.of(
            Mails.attacker(2, 2, 2, Mails.RIFTER, 100, true), Mails.attacker(3, 3, 0, null, 0, false), Mails.npc());

    @BeforeAll
    static void migrate() {
        db = QueryDb.migrated();
        projection = new KillmailProjection(new KillmailStore(db.jdbc()), ProgressStores.of(db.jdbc()));
    }

    @BeforeEach
    void empty() {
        db.clear();
    }

    @Test
    void a_killmail_becomes_a_row_with_its_attackers() throws Exception {
        handle(mail(1, "12.50"));

        assertThat(db.jdbc().queryForMap("select * from killmail"))
                .containsEntry("system_id", SYSTEM)
                .containsEntry("space_type", "kspace")
                .containsEntry("attacker_count", 3)
                .containsEntry("victim_party_kind", "alliance")
                .containsEntry("value_complete", true)
                .containsEntry("source", "file");
        String json = db.jdbc().queryForObject("select attackers::text from killmail", String.class);
        assertThat(MessageJson.mapper().readValue(json, new TypeReference<List<Attacker>>() {}))
                .isEqualTo(attackers);
        assertThat(json).doesNotContain("false").doesNotContain("null");
    }

    @Test
    void a_second_delivery_changes_nothing() {
        handle(mail(1, "12.50"));
        Object version = version();

        handle(mail(1, "12.50"));

        assertThat(version()).as("place of the version of the row").isEqualTo(version);
    }

    @Test
    void a_value_found_later_is_taken_over_and_the_first_receipt_kept() {
        handle(mail(1, null));
        handle(receivedLater(mail(1, "99.99")));

        assertThat(db.jdbc().queryForMap("select isk::text as isk, value_source from killmail"))
                .containsEntry("isk", "99.99")
                .containsEntry("value_source", "ccp-base-prices");
        assertThat(db.count("killmail where received_at = '2026-11-20T12:01:01Z'"))
                .isOne();
        assertThat(db.jdbc().queryForMap("select handled, created from projection_progress"))
                .containsEntry("handled", 2L)
                .containsEntry("created", 1L);
    }

    @Test
    void the_best_value_and_the_latest_labels_hold_in_whatever_order_they_come() {
        Instant received = mail(1, null).provenance().receivedAt();
        List<EnrichedKillmail> deliveries = List.of(
                delivery(0, "900", KillmailValue.CCP_BASE_PRICE, "pvp"),
                delivery(0, "400", KillmailValue.ESI_MARKET, "pvp"),
                delivery(60, "300", KillmailValue.ZKILLBOARD, "pvp", "ganked"),
                delivery(120, "250", KillmailValue.ZKILLBOARD),
                delivery(180, "999", KillmailValue.ESI_MARKET, "ganked", "tz:eu"));
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<EnrichedKillmail> shuffled = new ArrayList<>(deliveries);
            shuffled.addAll(deliveries.subList(0, random.nextInt(deliveries.size())));
            Collections.shuffle(shuffled, random);
            int cut = random.nextInt(shuffled.size());
            db.clear();
            handle(shuffled.subList(0, cut).toArray(EnrichedKillmail[]::new));
            handle(shuffled.subList(cut, shuffled.size()).toArray(EnrichedKillmail[]::new));

            assertThat(
                            db.jdbc()
                                    .queryForMap(
                                            "select isk::text, value_source, labels::text, received_at, value_as_of from killmail"))
                    .as("order %d", seed)
                    .containsEntry("isk", "250.00")
                    .containsEntry("value_source", "zkillboard")
                    .containsEntry("labels", "[\"ganked\", \"tz:eu\"]")
                    .containsEntry("received_at", Timestamp.from(received))
                    .containsEntry("value_as_of", Timestamp.from(received.plusSeconds(120)));
        }
    }

    @Test
    void another_value_is_another_version_for_whoever_has_seen_the_killmail() {
        handle(mail(1, null));
        Timestamp before = projectedAt();

        handle(mail(1, "99.99"));

        assertThat(projectedAt()).isAfter(before);
    }

    @Test
    void the_rows_depend_neither_on_where_a_batch_is_cut_nor_on_its_order() {
        Random random = new Random(1);
        List<EnrichedKillmail> mails = new ArrayList<>();
        IntStream.range(0, 60).forEach(i -> {
            EnrichedKillmail mail =
                    mail(1 + random.nextInt(15), random.nextBoolean() ? null : random.nextInt(3) + ".00");
            mails.add(random.nextBoolean() ? mail : receivedLater(mail));
        });
        handle(mails.toArray(EnrichedKillmail[]::new));
        Map<String, List<String>> whole = db.rows();
        assertThat(whole.get("killmail")).hasSizeGreaterThan(10);

        for (int cut = 1; cut < mails.size(); cut++) {
            db.clear();
            handle(mails.subList(0, cut).toArray(EnrichedKillmail[]::new));
            handle(mails.subList(cut, mails.size()).toArray(EnrichedKillmail[]::new));
            assertThat(db.rows()).as("cut before killmail %d", cut).isEqualTo(whole);
            assertThat(db.count("projection_progress where handled = 60 and created = (select count(*) from killmail)"))
                    .isOne();
            db.clear();
            Collections.shuffle(mails, random);
            handle(mails.toArray(EnrichedKillmail[]::new));
            assertThat(db.rows().get("killmail")).isEqualTo(whole.get("killmail"));
        }
    }

    private EnrichedKillmail mail(long id, String isk) {
        return Mails.enriched(id, SYSTEM, (int) id, isk, Mails.victim(1, 1, 1, Mails.RIFTER), attackers);
    }

    private EnrichedKillmail delivery(int secondsLater, String isk, String source, String... labels) {
        EnrichedKillmail first = mail(1, null);
        Instant received = first.provenance().receivedAt().plusSeconds(secondsLater);
        return new EnrichedKillmail(
                first.killmailId(),
                first.hash(),
                first.occurredAt(),
                first.place(),
                first.victim(),
                first.attackers(),
                new KillmailValue(new BigDecimal(isk), source, true, received),
                new Provenance("file", received, "test"),
                Labels.of(List.of(labels)));
    }

    private static Timestamp projectedAt() {
        return db.jdbc().queryForObject("select projected_at from killmail", Timestamp.class);
    }

    private static EnrichedKillmail receivedLater(EnrichedKillmail mail) {
        Provenance later = new Provenance("r2z2", mail.provenance().receivedAt().plusSeconds(3600), "again");
        return new EnrichedKillmail(
                mail.killmailId(),
                mail.hash(),
                mail.occurredAt(),
                mail.place(),
                mail.victim(),
                mail.attackers(),
                mail.value(),
                later);
    }

    private static void handle(EnrichedKillmail... mails) {
        List<EventMessage<?>> batch = new ArrayList<>();
        for (EnrichedKillmail mail : mails) {
            batch.add(new GenericEventMessage<>(mail));
        }
        db.inTransaction(() -> projection.apply(batch));
    }

    private static String version() {
        return db.jdbc().queryForObject("select ctid::text from killmail", String.class);
    }
}
