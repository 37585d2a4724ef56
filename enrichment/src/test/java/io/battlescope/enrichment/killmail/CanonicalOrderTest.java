package io.battlescope.enrichment.killmail;

import static io.battlescope.enrichment.MailBuilder.RIFTER;
import static io.battlescope.enrichment.MailBuilder.mail;
import static io.battlescope.enrichment.MailBuilder.nobody;
import static io.battlescope.enrichment.MailBuilder.pilot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.universe.Universe;
import io.battlescope.enrichment.MailBuilder;
import io.battlescope.enrichment.MailBuilder.Line;
import io.battlescope.enrichment.esi.AcceptedKillmail;
import io.battlescope.enrichment.value.PriceBook;
import io.battlescope.enrichment.value.PriceTable;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CanonicalOrderTest {

    private static final KillmailEnricher ENRICHER =
            new KillmailEnricher(Universe.load(), PriceBook.of(PriceTable.basePrices()));

    @Example
    void most_damage_comes_first_then_character_corporation_and_hull() {
        assertThat(enrich(mail().attackedBy(
                                pilot(5, 98_000_001).in(589),
                                pilot(5, 98_000_001).in(RIFTER),
                                pilot(5, 98_000_000).in(RIFTER),
                                pilot(4, 98_000_009).in(RIFTER),
                                nobody().with("corporation_id", 98_000_003).in(RIFTER),
                                pilot(9, 98_000_001).in(RIFTER).damage(1))))
                .extracting(Attacker::characterId, Attacker::corporationId, Attacker::hullTypeId)
                .containsExactly(
                        tuple(9L, 98_000_001L, RIFTER),
                        tuple(null, 98_000_003L, RIFTER),
                        tuple(4L, 98_000_009L, RIFTER),
                        tuple(5L, 98_000_000L, RIFTER),
                        tuple(5L, 98_000_001L, RIFTER),
                        tuple(5L, 98_000_001L, 589));
    }

    /** Few values for each field, so that lines that differ in one field only are common. */
    @Property(tries = 300)
    void the_order_on_the_mail_makes_no_difference(@ForAll("attackers") List<Line> attackers, @ForAll long seed)
            throws JsonProcessingException {
        Line[] lines = attackers.toArray(Line[]::new);

        assertThat(json(mail().attackedBy(lines).shuffled(new Random(seed)))).isEqualTo(json(mail().attackedBy(lines)));
    }

    @Provide
    Arbitrary<List<Line>> attackers() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 2);
        Arbitrary<Line> line = Combinators.combine(few, few, few, few, few, few, few, Arbitraries.of(true, false))
                .as((damage, character, corporation, alliance, faction, hull, weapon, finalBlow) -> {
                    Line attacker = pilot(character, 98_000_000 + corporation, alliance)
                            .with("faction_id", faction)
                            .in(hull)
                            .using(weapon)
                            .damage(damage);
                    return finalBlow ? attacker.finalBlow() : attacker;
                });
        return line.list().ofMaxSize(12);
    }

    private static List<Attacker> enrich(MailBuilder mail) {
        return ENRICHER.enrich(AcceptedKillmail.read(mail.bytes())).attackers();
    }

    private static String json(MailBuilder mail) throws JsonProcessingException {
        return MessageJson.mapper().writeValueAsString(ENRICHER.enrich(AcceptedKillmail.read(mail.bytes())));
    }
}
