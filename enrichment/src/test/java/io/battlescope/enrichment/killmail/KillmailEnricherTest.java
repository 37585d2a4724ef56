package io.battlescope.enrichment.killmail;

import static io.battlescope.enrichment.MailBuilder.AMAMAKE;
import static io.battlescope.enrichment.MailBuilder.ASTRAHUS;
import static io.battlescope.enrichment.MailBuilder.AURORAL_CAPSULE;
import static io.battlescope.enrichment.MailBuilder.CAPSULE;
import static io.battlescope.enrichment.MailBuilder.RECEIVED;
import static io.battlescope.enrichment.MailBuilder.RIFTER;
import static io.battlescope.enrichment.MailBuilder.mail;
import static io.battlescope.enrichment.MailBuilder.nobody;
import static io.battlescope.enrichment.MailBuilder.npc;
import static io.battlescope.enrichment.MailBuilder.pilot;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.PartyKind;
import io.battlescope.api.killmail.Place;
import io.battlescope.api.killmail.Provenance;
import io.battlescope.api.killmail.Victim;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import io.battlescope.api.universe.Universe;
import io.battlescope.enrichment.MailBuilder;
import io.battlescope.enrichment.esi.AcceptedKillmail;
import io.battlescope.enrichment.value.PriceBook;
import io.battlescope.enrichment.value.PriceTable;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KillmailEnricherTest {

    private static final KillmailEnricher ENRICHER =
            new KillmailEnricher(Universe.load(), PriceBook.of(PriceTable.basePrices()));

    private static final long ALLIANCE = 99_003_581;
    private static final long CORPORATION = 98_370_861;
    private static final long SCHOOL_CORPORATION = 1_000_167;
    private static final long MILITIA = 500_001;
    private static final int WARP_SCRAMBLER = 447;

    @Test
    void labels_are_carried_and_what_is_none_is_not() {
        ArrayNode labels =
                JsonNodeFactory.instance.arrayNode().add("pvp").add(7).addNull().add("ganked");

        assertThat(enrich(mail().labelled(labels)).labels()).containsExactly("ganked", "pvp");
        assertThat(enrich(mail().labelled(labels.textNode("ganked"))).labels()).isEmpty();
        assertThat(enrich(mail()).labels()).isEmpty();
    }

    @Test
    void a_rifter_dies_in_amamake() {
        EnrichedKillmail killmail = enrich(mail().id(131_000_001)
                .inSystem(AMAMAKE)
                .victim(pilot(90_000_001, CORPORATION, ALLIANCE).in(RIFTER))
                .attackedBy(pilot(90_000_002, 98_000_002)
                        .in(587)
                        .using(WARP_SCRAMBLER)
                        .damage(812)
                        .finalBlow()));

        assertThat(killmail.killmailId()).isEqualTo(131_000_001);
        assertThat(killmail.hash()).isEqualTo("0123456789abcdef0123456789abcdef01234567");
        assertThat(killmail.occurredAt()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(killmail.place())
                .isEqualTo(new Place(AMAMAKE, 20000372, 10000030, SpaceType.KSPACE, SecurityBand.LOWSEC));
        assertThat(killmail.victim())
                .isEqualTo(new Victim(
                        90_000_001L,
                        CORPORATION,
                        ALLIANCE,
                        null,
                        new Party(PartyKind.ALLIANCE, ALLIANCE),
                        RIFTER,
                        25,
                        6,
                        false,
                        false,
                        5_000));
        assertThat(killmail.attackers())
                .containsExactly(new Attacker(
                        90_000_002L,
                        98_000_002L,
                        null,
                        null,
                        new Party(PartyKind.CORPORATION, 98_000_002),
                        587,
                        25,
                        WARP_SCRAMBLER,
                        812,
                        true,
                        false,
                        false));
        assertThat(killmail.provenance()).isEqualTo(new Provenance("file", RECEIVED, "correlation-131000001"));
    }

    @ParameterizedTest
    @ValueSource(ints = {CAPSULE, AURORAL_CAPSULE})
    void a_pod_is_a_capsule(int hull) {
        Victim victim =
                enrich(mail().victim(pilot(90_000_001, CORPORATION).in(hull))).victim();

        assertThat(victim.capsule()).isTrue();
        assertThat(victim.structure()).isFalse();
    }

    @Test
    void an_astrahus_stands_for_its_owner() {
        Victim victim = enrich(mail().victim(nobody().with("corporation_id", CORPORATION)
                        .with("alliance_id", ALLIANCE)
                        .in(ASTRAHUS)))
                .victim();

        assertThat(victim.structure()).isTrue();
        assertThat(victim.isPilot()).isFalse();
        assertThat(victim.party()).isEqualTo(new Party(PartyKind.ALLIANCE, ALLIANCE));
    }

    /** Control tower, mobile tractor unit, customs office, infrastructure hub. */
    @ParameterizedTest
    @ValueSource(ints = {12235, 33475, 2233, 32458})
    void whatever_stands_in_space_is_a_structure(int hull) {
        assertThat(enrich(mail().victim(nobody().with("corporation_id", CORPORATION)
                                .in(hull)))
                        .victim()
                        .structure())
                .isTrue();
    }

    /** A fighter that is lost is no ship, and no structure either. */
    @Test
    void a_fighter_is_a_fighter() {
        Victim victim =
                enrich(mail().victim(pilot(90_000_001, CORPORATION).in(23055))).victim();

        assertThat(victim.hullCategoryId()).isEqualTo(87);
        assertThat(victim.structure()).isFalse();
        assertThat(victim.isShip()).isFalse();
    }

    @Test
    void a_structure_shoots_for_its_owner() {
        Attacker citadel = onlyAttacker(
                mail().attackedBy(nobody().with("corporation_id", CORPORATION).in(ASTRAHUS)));

        assertThat(citadel.structure()).isTrue();
        assertThat(citadel.npc()).isFalse();
        assertThat(citadel.party()).isEqualTo(new Party(PartyKind.CORPORATION, CORPORATION));
    }

    /** Standup Heavy Energy Neutralizer I, where the hull should be. */
    @Test
    void a_structures_gun_is_the_structure() {
        assertThat(onlyAttacker(mail().attackedBy(nobody().with("corporation_id", CORPORATION)
                                .in(35925)))
                        .structure())
                .isTrue();
    }

    @Test
    void a_member_of_an_npc_corporation_is_a_party_of_one() {
        Attacker rookie = onlyAttacker(
                mail().attackedBy(pilot(2_112_000_001, SCHOOL_CORPORATION).in(RIFTER)));

        assertThat(rookie.party()).isEqualTo(new Party(PartyKind.CHARACTER, 2_112_000_001));
        assertThat(rookie.npc()).isFalse();
    }

    @Test
    void a_militia_pilot_fights_for_his_corporation_not_for_the_faction() {
        Attacker pilot = onlyAttacker(mail().attackedBy(pilot(90_000_002, CORPORATION)
                .with("faction_id", MILITIA)
                .in(RIFTER)));

        assertThat(pilot.party()).isEqualTo(new Party(PartyKind.CORPORATION, CORPORATION));
        assertThat(pilot.factionId()).isEqualTo(MILITIA);
    }

    @Test
    void rats_are_no_party() {
        Attacker rat = onlyAttacker(mail().attackedBy(npc(500_010).in(24_000).damage(400)));

        assertThat(rat.npc()).isTrue();
        assertThat(rat.party()).isNull();
    }

    @Test
    void police_of_an_npc_corporation_are_no_party() {
        Attacker concord = onlyAttacker(
                mail().attackedBy(nobody().with("corporation_id", 1_000_125).in(3885)));

        assertThat(concord.npc()).isTrue();
    }

    @Test
    void ids_of_zero_are_no_ids() {
        EnrichedKillmail killmail = enrich(mail().victim(
                        pilot(0, CORPORATION, 0).with("faction_id", 0).in(ASTRAHUS))
                .attackedBy(pilot(90_000_002, SCHOOL_CORPORATION, 0).in(0).using(0)));

        assertThat(killmail.victim().characterId()).isNull();
        assertThat(killmail.victim().allianceId()).isNull();
        assertThat(killmail.victim().factionId()).isNull();
        assertThat(killmail.attackers().getFirst().hullTypeId()).isNull();
        assertThat(killmail.attackers().getFirst().weaponTypeId()).isNull();
        assertThat(killmail.attackers().getFirst().party()).isEqualTo(new Party(PartyKind.CHARACTER, 90_000_002));
    }

    @Test
    void an_awox_is_reported_as_it_was() {
        EnrichedKillmail killmail = enrich(mail().victim(
                        pilot(90_000_001, CORPORATION, ALLIANCE).in(RIFTER))
                .attackedBy(pilot(90_000_002, CORPORATION, ALLIANCE).in(RIFTER).finalBlow()));

        assertThat(killmail.attackers().getFirst().party())
                .isEqualTo(killmail.victim().party());
        assertThat(killmail.parties()).hasSize(1);
        assertThat(killmail.pilots()).containsExactly(90_000_001L, 90_000_002L);
    }

    @Test
    void somebody_listed_twice_stays_twice() {
        var line = pilot(90_000_002, CORPORATION).in(RIFTER).damage(10);

        assertThat(enrich(mail().attackedBy(line, line)).attackers()).hasSize(2);
    }

    @Test
    void a_hull_of_tomorrow_stops_nothing() {
        Victim victim = enrich(mail().victim(pilot(90_000_001, CORPORATION).in(999_999)))
                .victim();

        assertThat(victim.hullTypeId()).isEqualTo(999_999);
        assertThat(victim.hullGroupId()).isNull();
        assertThat(victim.hullCategoryId()).isNull();
        assertThat(victim.capsule()).isFalse();
        assertThat(victim.structure()).isFalse();
    }

    @Test
    void a_system_of_tomorrow_is_placed_by_its_id() {
        assertThat(enrich(mail().inSystem(31_002_999)).place())
                .isEqualTo(new Place(31_002_999, null, null, SpaceType.WORMHOLE, null));
    }

    @Test
    void niarja_is_known_space_before_pochven_and_pochven_after() {
        assertThat(enrich(mail().inSystem(30003504).at("2020-10-01T20:00:00Z"))
                        .place()
                        .spaceType())
                .isEqualTo(SpaceType.KSPACE);
        assertThat(enrich(mail().inSystem(30003504).at("2021-10-01T20:00:00Z"))
                        .place()
                        .spaceType())
                .isEqualTo(SpaceType.POCHVEN);
    }

    @Test
    void a_mail_without_attackers_is_a_mail() {
        assertThat(enrich(mail()).attackers()).isEmpty();
    }

    private static Attacker onlyAttacker(MailBuilder mail) {
        return enrich(mail).attackers().getFirst();
    }

    private static EnrichedKillmail enrich(MailBuilder mail) {
        return ENRICHER.enrich(AcceptedKillmail.read(mail.bytes()));
    }
}
