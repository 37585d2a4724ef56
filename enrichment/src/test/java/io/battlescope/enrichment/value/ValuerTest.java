package io.battlescope.enrichment.value;

import static io.battlescope.enrichment.MailBuilder.RIFTER;
import static io.battlescope.enrichment.MailBuilder.blueprintCopy;
import static io.battlescope.enrichment.MailBuilder.container;
import static io.battlescope.enrichment.MailBuilder.destroyed;
import static io.battlescope.enrichment.MailBuilder.dropped;
import static io.battlescope.enrichment.MailBuilder.mail;
import static io.battlescope.enrichment.MailBuilder.pilot;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.enrichment.MailBuilder;
import io.battlescope.enrichment.esi.AcceptedKillmail;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ValuerTest {

    private static final int AUTOCANNON = 487;
    private static final int AMMO = 193;
    private static final int CAN = 3293;
    private static final int BLUEPRINT = 692;
    private static final int NOVELTY = 999_999;

    private static final Instant DATE = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant RECEIVED = MailBuilder.RECEIVED;

    private static final Valuer VALUER = new Valuer(PriceBook.of(new PriceTable(
            "jita-2026",
            DATE,
            Map.of(
                    RIFTER, new BigDecimal("400000.10"),
                    AUTOCANNON, new BigDecimal("1000"),
                    AMMO, new BigDecimal("0.01"),
                    CAN, new BigDecimal("5000"),
                    BLUEPRINT, new BigDecimal("90000000")))));

    @Test
    void zkillboards_figure_is_taken_as_it_is() {
        assertThat(value(rifter().zkillboardSays(new BigDecimal("123456789012.34"))))
                .isEqualTo(new KillmailValue(new BigDecimal("123456789012.34"), "zkillboard", true, RECEIVED));
    }

    @Test
    void a_zkillboard_that_has_not_priced_it_yet_is_not_believed() {
        assertThat(value(rifter().zkillboardSays(BigDecimal.ZERO)).source()).isEqualTo("jita-2026");
    }

    @Test
    void without_zkillboard_hull_and_all_that_it_carried_are_added_up_exactly() {
        assertThat(value(rifter(destroyed(AUTOCANNON, 3), dropped(AMMO, 7))))
                .isEqualTo(new KillmailValue(new BigDecimal("403000.17"), "jita-2026", true, DATE));
    }

    @Test
    void a_container_counts_with_its_content() {
        assertThat(value(rifter(container(CAN, destroyed(AUTOCANNON, 1), container(CAN, dropped(AUTOCANNON, 1)))))
                        .isk())
                .isEqualByComparingTo("412000.10");
    }

    @Test
    void a_blueprint_copy_is_not_worth_the_original() {
        assertThat(value(rifter(blueprintCopy(BLUEPRINT), blueprintCopy(NOVELTY))))
                .isEqualTo(new KillmailValue(new BigDecimal("400000.10"), "jita-2026", true, DATE));
    }

    @Test
    void a_blueprint_original_is() {
        assertThat(value(rifter(dropped(BLUEPRINT, 1))).isk()).isEqualByComparingTo("90400000.10");
    }

    @Test
    void cargo_without_a_price_makes_a_lower_bound() {
        assertThat(value(rifter(dropped(NOVELTY, 1), dropped(AUTOCANNON, 1))))
                .isEqualTo(new KillmailValue(new BigDecimal("401000.10"), "jita-2026", false, DATE));
    }

    @Test
    void a_hull_without_a_price_is_unknown_and_not_zero() {
        KillmailValue value =
                value(mail().victim(pilot(1, 98_000_001).in(NOVELTY).carrying(dropped(AUTOCANNON, 1))));

        assertThat(value).isEqualTo(KillmailValue.UNKNOWN);
        assertThat(value.isk()).isNull();
    }

    @Test
    void what_no_loss_can_be_worth_is_unknown() {
        assertThat(value(rifter(dropped(BLUEPRINT, 20_000_000)))).isEqualTo(KillmailValue.UNKNOWN);
        assertThat(value(rifter().zkillboardSays(new BigDecimal("1e18"))).source())
                .isEqualTo("jita-2026");
        assertThat(value(rifter().zkillboardSays(KillmailValue.MOST_ISK)).source())
                .isEqualTo("zkillboard");
    }

    @Test
    void market_prices_take_over_once_there_are_some() {
        PriceBook prices = PriceBook.marketElse(table(KillmailValue.CCP_BASE_PRICE, Map.of(RIFTER, "100", AMMO, "1")));
        Valuer valuer = new Valuer(prices);
        assertThat(prices.awaitsMarket()).isTrue();
        assertThat(value(valuer, rifter()).source()).isEqualTo(KillmailValue.CCP_BASE_PRICE);

        prices.market(table(KillmailValue.ESI_MARKET, Map.of(RIFTER, "350", AUTOCANNON, "7")));

        assertThat(prices.awaitsMarket()).isFalse();
        assertThat(value(valuer, rifter(destroyed(AUTOCANNON, 2))))
                .isEqualTo(new KillmailValue(new BigDecimal("364"), KillmailValue.ESI_MARKET, true, DATE));
    }

    @Test
    void prices_of_two_tables_are_not_mixed() {
        PriceBook prices = PriceBook.marketElse(table(KillmailValue.CCP_BASE_PRICE, Map.of(RIFTER, "100", AMMO, "1")));
        prices.market(table(KillmailValue.ESI_MARKET, Map.of(RIFTER, "350")));
        Valuer valuer = new Valuer(prices);

        assertThat(value(valuer, rifter(dropped(AMMO, 5))))
                .as("cargo that only the other table knows")
                .isEqualTo(new KillmailValue(new BigDecimal("350"), KillmailValue.ESI_MARKET, false, DATE));
    }

    @Test
    void a_hull_without_a_market_price_is_valued_by_base_prices_alone() {
        PriceBook prices = PriceBook.marketElse(table(KillmailValue.CCP_BASE_PRICE, Map.of(RIFTER, "100")));
        prices.market(table(KillmailValue.ESI_MARKET, Map.of(AUTOCANNON, "7")));

        assertThat(value(new Valuer(prices), rifter(dropped(AUTOCANNON, 5))))
                .isEqualTo(new KillmailValue(new BigDecimal("100"), KillmailValue.CCP_BASE_PRICE, false, DATE));
    }

    private static PriceTable table(String name, Map<Integer, String> prices) {
        return new PriceTable(
                name,
                DATE,
                prices.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, price -> new BigDecimal(price.getValue()))));
    }

    private static MailBuilder rifter(ObjectNode... items) {
        return mail().victim(pilot(90_000_001, 98_000_001).in(RIFTER).carrying(items));
    }

    private static KillmailValue value(MailBuilder mail) {
        return value(VALUER, mail);
    }

    private static KillmailValue value(Valuer valuer, MailBuilder mail) {
        AcceptedKillmail accepted = AcceptedKillmail.read(mail.bytes());
        return valuer.valueOf(
                accepted.killmail().victim(),
                accepted.zkb(),
                accepted.provenance().receivedAt());
    }
}
