package io.battlescope.api.killmail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;

/**
 * A validated and classified killmail; value of topic {@code killmail.enriched}, keyed by system. It holds ids and
 * primitives, no names: names change and are joined when read.
 *
 * @param occurredAt time of the kill (UTC, whole seconds)
 * @param attackers in canonical order: most damage first, then character, corporation and hull id. The order on a mail is not
 *     stable between deliveries, so nothing may depend on it
 * @param labels zKillboard's labels as of this delivery, as {@link Labels} keeps them; empty when it named none, and absent from
 *     the message then
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnrichedKillmail(
        long killmailId,
        String hash,
        Instant occurredAt,
        Place place,
        Victim victim,
        List<Attacker> attackers,
        KillmailValue value,
        Provenance provenance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> labels) {

    public EnrichedKillmail {
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(victim, "victim");
        Objects.requireNonNull(value, "value");
        attackers = List.copyOf(attackers);
        labels = labels == null ? List.of() : List.copyOf(labels);
    }

    /** A killmail without labels. */
    public EnrichedKillmail(
            long killmailId,
            String hash,
            Instant occurredAt,
            Place place,
            Victim victim,
            List<Attacker> attackers,
            KillmailValue value,
            Provenance provenance) {
        this(killmailId, hash, occurredAt, place, victim, attackers, value, provenance, List.of());
    }

    /** The value as this delivery states it. */
    @JsonIgnore
    public Valuation valuation() {
        return new Valuation(value, provenance.receivedAt());
    }

    @JsonIgnore
    public int systemId() {
        return place.systemId();
    }

    /** The distinct parties among victim and attackers. */
    public Stream<Party> parties() {
        return Stream.concat(
                        Stream.of(victim).map(Victim::party), attackers.stream().map(Attacker::party))
                .filter(Objects::nonNull)
                .distinct();
    }

    /** The distinct player characters on the mail, victim included. */
    public Stream<Long> pilots() {
        return Stream.concat(
                        Stream.of(victim).filter(Victim::isPilot).map(Victim::characterId),
                        attackers.stream().filter(Attacker::isPilot).map(Attacker::characterId))
                .distinct();
    }
}
