package io.battlescope.projection.killmail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.Valuation;
import io.battlescope.projection.sql.JsonName;
import io.battlescope.projection.sql.JsonText;
import io.battlescope.projection.sql.Upsert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class KillmailStore {

    private static final TypeReference<List<String>> LABELS = new TypeReference<>() {};

    private static final List<String> REVISED = List.of(
            "occurred_at",
            "system_id",
            "constellation_id",
            "region_id",
            "space_type",
            "security_band",
            "victim_character_id",
            "victim_corporation_id",
            "victim_alliance_id",
            "victim_faction_id",
            "victim_party_id",
            "victim_party_kind",
            "hull_type_id",
            "hull_group_id",
            "hull_category_id",
            "capsule",
            "structure",
            "damage_taken",
            "attacker_count",
            "attackers",
            "isk",
            "value_source",
            "value_complete",
            "value_as_of",
            "value_received_at",
            "labels",
            "labels_received_at",
            "source",
            "received_at");

    /** A second delivery changes a row only where it says something new; a hash is not forgotten for one that lacks it. */
    private static final String ON_KNOWN =
            """
            (killmail_id) do update set (hash, %s, projected_at)
                = (coalesce(excluded.hash, killmail.hash), %s, clock_timestamp())
            where (killmail.hash, %s) is distinct from (coalesce(excluded.hash, killmail.hash), %s)""".formatted(columns(""), columns("excluded."), columns("killmail."), columns("excluded."));

    private static final String HELD = """
            select killmail_id, isk, value_source, value_complete, value_as_of,
                   coalesce(value_received_at, received_at) as value_received_at,
                   labels, labels_received_at, source, received_at
            from killmail where killmail_id = any(?)""";

    private static final Upsert<KillmailFold.Row> KILLMAILS = Upsert.<KillmailFold.Row>into("killmail")
            .column("killmail_id", "int8", mail(EnrichedKillmail::killmailId))
            .column("hash", "text", mail(EnrichedKillmail::hash))
            .column("occurred_at", "timestamptz", mail(EnrichedKillmail::occurredAt))
            .column("system_id", "int4", mail(EnrichedKillmail::systemId))
            .column("constellation_id", "int4", mail(mail -> mail.place().constellationId()))
            .column("region_id", "int4", mail(mail -> mail.place().regionId()))
            .column("space_type", "text", mail(mail -> JsonName.of(mail.place().spaceType())))
            .column(
                    "security_band",
                    "text",
                    mail(mail -> JsonName.of(mail.place().securityBand())))
            .column("victim_character_id", "int8", mail(mail -> mail.victim().characterId()))
            .column("victim_corporation_id", "int8", mail(mail -> mail.victim().corporationId()))
            .column("victim_alliance_id", "int8", mail(mail -> mail.victim().allianceId()))
            .column("victim_faction_id", "int8", mail(mail -> mail.victim().factionId()))
            .column("victim_party_id", "int8", mail(ofParty(Party::id)))
            .column("victim_party_kind", "text", mail(ofParty(party -> JsonName.of(party.kind()))))
            .column("hull_type_id", "int4", mail(mail -> mail.victim().hullTypeId()))
            .column("hull_group_id", "int4", mail(mail -> mail.victim().hullGroupId()))
            .column("hull_category_id", "int4", mail(mail -> mail.victim().hullCategoryId()))
            .column("capsule", "bool", mail(mail -> mail.victim().capsule()))
            .column("structure", "bool", mail(mail -> mail.victim().structure()))
            .column("damage_taken", "int8", mail(mail -> mail.victim().damageTaken()))
            .column("attacker_count", "int4", mail(mail -> mail.attackers().size()))
            .column("attackers", "jsonb", mail(mail -> CompactAttackers.json(mail.attackers())))
            .column("isk", "numeric", value(KillmailValue::isk))
            .column("value_source", "text", value(KillmailValue::source))
            .column("value_complete", "bool", value(KillmailValue::complete))
            .column("value_as_of", "timestamptz", value(KillmailValue::asOf))
            .column(
                    "value_received_at",
                    "timestamptz",
                    row -> row.held().valuation().receivedAt())
            .column("labels", "jsonb", row -> labels(row.held().labels()))
            .column("labels_received_at", "timestamptz", row -> row.held().labelledAt())
            .column("source", "text", row -> row.held().source())
            .column("received_at", "timestamptz", row -> row.held().receivedAt())
            .onConflict(ON_KNOWN);

    private final JdbcTemplate jdbc;

    KillmailStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is held of those of the killmails that are known. */
    Map<Long, HeldKillmail> held(Collection<EnrichedKillmail> killmails) {
        Long[] ids = killmails.stream().map(EnrichedKillmail::killmailId).toArray(Long[]::new);
        Map<Long, HeldKillmail> held = new HashMap<>();
        jdbc.query(
                HELD,
                row -> {
                    held.put(row.getLong("killmail_id"), held(row));
                },
                (Object) ids);
        return held;
    }

    private static HeldKillmail held(ResultSet row) throws SQLException {
        KillmailValue value = new KillmailValue(
                row.getBigDecimal("isk"),
                row.getString("value_source"),
                row.getBoolean("value_complete"),
                instant(row, "value_as_of"));
        return new HeldKillmail(
                new Valuation(value, instant(row, "value_received_at")),
                labels(row.getString("labels")),
                instant(row, "labels_received_at"),
                row.getString("source"),
                instant(row, "received_at"));
    }

    /** Writes the rows, sorted by id. */
    void write(Collection<KillmailFold.Row> rows) {
        KILLMAILS.write(jdbc, rows);
    }

    void clear() {
        jdbc.execute("truncate killmail");
    }

    private static String columns(String prefix) {
        return REVISED.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }

    private static Function<KillmailFold.Row, Object> mail(Function<EnrichedKillmail, Object> part) {
        return row -> part.apply(row.facts());
    }

    private static Function<EnrichedKillmail, Object> ofParty(Function<Party, Object> part) {
        return mail ->
                mail.victim().party() == null ? null : part.apply(mail.victim().party());
    }

    private static Function<KillmailFold.Row, Object> value(Function<KillmailValue, Object> part) {
        return row -> part.apply(row.held().valuation().value());
    }

    /** {@code null} for none, so that a row of a killmail that nobody has labelled takes no room for it. */
    private static String labels(List<String> labels) {
        return labels.isEmpty() ? null : JsonText.of(labels);
    }

    private static List<String> labels(String json) {
        try {
            return json == null ? List.of() : MessageJson.mapper().readValue(json, LABELS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The Query DB holds labels that nobody can read: " + json, e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
