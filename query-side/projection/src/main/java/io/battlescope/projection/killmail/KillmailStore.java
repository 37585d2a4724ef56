package io.battlescope.projection.killmail;

import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.Party;
import io.battlescope.projection.sql.JsonName;
import io.battlescope.projection.sql.Upsert;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class KillmailStore {

    /**
     * A second delivery changes a row only where it says something new (a value found later, say), and never source and
     * received_at, which belong to the first.
     */
    private static final String ON_KNOWN = """
            (killmail_id) do update set
                (hash, occurred_at, system_id, constellation_id, region_id, space_type, security_band,
                 victim_character_id, victim_corporation_id, victim_alliance_id, victim_faction_id,
                 victim_party_id, victim_party_kind, hull_type_id, hull_group_id, hull_category_id,
                 capsule, structure, damage_taken, attacker_count, attackers, isk, value_source, value_complete)
              = (excluded.hash, excluded.occurred_at, excluded.system_id, excluded.constellation_id, excluded.region_id,
                 excluded.space_type, excluded.security_band, excluded.victim_character_id,
                 excluded.victim_corporation_id, excluded.victim_alliance_id, excluded.victim_faction_id,
                 excluded.victim_party_id, excluded.victim_party_kind, excluded.hull_type_id, excluded.hull_group_id,
                 excluded.hull_category_id, excluded.capsule, excluded.structure, excluded.damage_taken,
                 excluded.attacker_count, excluded.attackers, excluded.isk, excluded.value_source, excluded.value_complete)
            where (killmail.hash, killmail.occurred_at, killmail.system_id, killmail.constellation_id, killmail.region_id,
                   killmail.space_type, killmail.security_band, killmail.victim_character_id,
                   killmail.victim_corporation_id, killmail.victim_alliance_id, killmail.victim_faction_id,
                   killmail.victim_party_id, killmail.victim_party_kind, killmail.hull_type_id, killmail.hull_group_id,
                   killmail.hull_category_id, killmail.capsule, killmail.structure, killmail.damage_taken,
                   killmail.attacker_count, killmail.attackers, killmail.isk, killmail.value_source,
                   killmail.value_complete)
                is distinct from
                  (excluded.hash, excluded.occurred_at, excluded.system_id, excluded.constellation_id, excluded.region_id,
                   excluded.space_type, excluded.security_band, excluded.victim_character_id,
                   excluded.victim_corporation_id, excluded.victim_alliance_id, excluded.victim_faction_id,
                   excluded.victim_party_id, excluded.victim_party_kind, excluded.hull_type_id, excluded.hull_group_id,
                   excluded.hull_category_id, excluded.capsule, excluded.structure, excluded.damage_taken,
                   excluded.attacker_count, excluded.attackers, excluded.isk, excluded.value_source,
                   excluded.value_complete)""";

    private static final Upsert<EnrichedKillmail> KILLMAILS = Upsert.<EnrichedKillmail>into("killmail")
            .column("killmail_id", "int8", EnrichedKillmail::killmailId)
            .column("hash", "text", EnrichedKillmail::hash)
            .column("occurred_at", "timestamptz", EnrichedKillmail::occurredAt)
            .column("system_id", "int4", EnrichedKillmail::systemId)
            .column("constellation_id", "int4", mail -> mail.place().constellationId())
            .column("region_id", "int4", mail -> mail.place().regionId())
            .column("space_type", "text", mail -> JsonName.of(mail.place().spaceType()))
            .column("security_band", "text", mail -> JsonName.of(mail.place().securityBand()))
            .column("victim_character_id", "int8", mail -> mail.victim().characterId())
            .column("victim_corporation_id", "int8", mail -> mail.victim().corporationId())
            .column("victim_alliance_id", "int8", mail -> mail.victim().allianceId())
            .column("victim_faction_id", "int8", mail -> mail.victim().factionId())
            .column("victim_party_id", "int8", ofParty(Party::id))
            .column("victim_party_kind", "text", ofParty(party -> JsonName.of(party.kind())))
            .column("hull_type_id", "int4", mail -> mail.victim().hullTypeId())
            .column("hull_group_id", "int4", mail -> mail.victim().hullGroupId())
            .column("hull_category_id", "int4", mail -> mail.victim().hullCategoryId())
            .column("capsule", "bool", mail -> mail.victim().capsule())
            .column("structure", "bool", mail -> mail.victim().structure())
            .column("damage_taken", "int8", mail -> mail.victim().damageTaken())
            .column("attacker_count", "int4", mail -> mail.attackers().size())
            .column("attackers", "jsonb", mail -> CompactAttackers.json(mail.attackers()))
            .column("isk", "numeric", mail -> mail.value().isk())
            .column("value_source", "text", mail -> mail.value().source())
            .column("value_complete", "bool", mail -> mail.value().complete())
            .column("source", "text", mail -> mail.provenance().source())
            .column("received_at", "timestamptz", mail -> mail.provenance().receivedAt())
            .onConflict(ON_KNOWN);

    private final JdbcTemplate jdbc;

    KillmailStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private static Function<EnrichedKillmail, Object> ofParty(Function<Party, Object> part) {
        return mail ->
                mail.victim().party() == null ? null : part.apply(mail.victim().party());
    }

    /** Writes the killmails, sorted by id; says how many were not known before. */
    int write(Collection<EnrichedKillmail> killmails) {
        Long[] ids = killmails.stream().map(EnrichedKillmail::killmailId).toArray(Long[]::new);
        Integer known = jdbc.queryForObject(
                "select count(*) from killmail where killmail_id = any(?)", Integer.class, (Object) ids);
        KILLMAILS.write(jdbc, killmails);
        return ids.length - (known == null ? 0 : known);
    }

    void clear() {
        jdbc.execute("truncate killmail");
    }
}
