package io.battlescope.enrichment.killmail;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.Labels;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.Victim;
import io.battlescope.api.universe.ItemType;
import io.battlescope.api.universe.Universe;
import io.battlescope.enrichment.esi.AcceptedKillmail;
import io.battlescope.enrichment.esi.EsiAttacker;
import io.battlescope.enrichment.esi.EsiVictim;
import io.battlescope.enrichment.value.PriceBook;
import io.battlescope.enrichment.value.Valuer;
import java.util.List;
import java.util.Optional;

/** Classifies killmails. A function of the mail and of the tables as they are; safe for many threads. */
public final class KillmailEnricher {

    /** Capsules, types 670 and 33328. */
    private static final int CAPSULE_GROUP = 29;

    private final Universe universe;
    private final Valuer valuer;

    public KillmailEnricher(Universe universe, PriceBook prices) {
        this.universe = universe;
        this.valuer = new Valuer(prices);
    }

    public EnrichedKillmail enrich(AcceptedKillmail mail) {
        EsiVictim victim = mail.killmail().victim();
        return new EnrichedKillmail(
                mail.killmailId(),
                mail.hash(),
                mail.occurredAt(),
                universe.place(mail.systemId(), mail.occurredAt()),
                victim(victim),
                attackers(mail.killmail().attackers()),
                valuer.valueOf(victim, mail.zkb(), mail.provenance().receivedAt()),
                mail.provenance(),
                labels(mail.zkb()));
    }

    /** zKillboard copies them unchecked: they may be missing, or be anything. */
    private static List<String> labels(JsonNode zkb) {
        JsonNode labels = zkb == null ? null : zkb.get("labels");
        return labels == null || !labels.isArray()
                ? List.of()
                : Labels.of(labels.valueStream().map(JsonNode::textValue).toList());
    }

    private Victim victim(EsiVictim victim) {
        Long character = named(victim.characterId());
        Long corporation = named(victim.corporationId());
        Long alliance = named(victim.allianceId());
        Optional<ItemType> hull = universe.type(victim.shipTypeId());
        return new Victim(
                character,
                corporation,
                alliance,
                named(victim.factionId()),
                Party.of(character, corporation, alliance).orElse(null),
                victim.shipTypeId(),
                hull.map(ItemType::groupId).orElse(null),
                hull.map(ItemType::categoryId).orElse(null),
                hull.filter(type -> type.groupId() == CAPSULE_GROUP).isPresent(),
                hull.filter(type -> StructureCategories.isStructure(type.categoryId()))
                        .isPresent(),
                victim.damageTaken());
    }

    /** Somebody listed twice stays twice: that is what the mail says. */
    private List<Attacker> attackers(List<EsiAttacker> attackers) {
        return attackers.stream()
                .map(this::attacker)
                .sorted(CanonicalOrder.OF_ATTACKERS)
                .toList();
    }

    private Attacker attacker(EsiAttacker attacker) {
        Long character = named(attacker.characterId());
        Long corporation = named(attacker.corporationId());
        Long alliance = named(attacker.allianceId());
        Party party = Party.of(character, corporation, alliance).orElse(null);
        Optional<ItemType> hull = universe.type(attacker.shipTypeId());
        return new Attacker(
                character,
                corporation,
                alliance,
                named(attacker.factionId()),
                party,
                named(attacker.shipTypeId()),
                hull.map(ItemType::groupId).orElse(null),
                named(attacker.weaponTypeId()),
                attacker.damageDone(),
                attacker.finalBlow(),
                party == null,
                hull.filter(type -> StructureCategories.isStructureOrPartOfOne(type.categoryId()))
                        .isPresent());
    }

    private static Long named(Long id) {
        return id == null || id <= 0 ? null : id;
    }

    private static Integer named(int id) {
        return id <= 0 ? null : id;
    }
}
