package io.battlescope.e2e.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the rule asks of a killmail.
 *
 * @param time seconds since 1970, UTC
 * @param parties of victim and attackers
 * @param attackedByParty whether any attacker has a party
 * @param pilots player characters, victim included
 * @param victimCharacter {@code null} where the mail names none
 * @param hull type of what was lost
 * @param isk zKillboard's value; {@code null} where the mail came without
 */
public record Mail(
        long id,
        int systemId,
        long time,
        Set<Long> parties,
        boolean attackedByParty,
        Set<Long> pilots,
        Long victimCharacter,
        int hull,
        int attackerCount,
        BigDecimal isk) {

    /** @param body the ESI body */
    public static Mail of(JsonNode body, JsonNode zkb) {
        JsonNode victim = body.path("victim");
        Set<Long> attacking = new HashSet<>();
        Set<Long> pilots = new HashSet<>();
        for (JsonNode attacker : body.path("attackers")) {
            party(attacker).ifPresent(attacking::add);
            pilot(attacker).ifPresent(pilots::add);
        }
        Set<Long> parties = new TreeSet<>(attacking);
        party(victim).ifPresent(parties::add);
        pilot(victim).ifPresent(pilots::add);
        JsonNode value = zkb.path("totalValue");
        return new Mail(
                body.path("killmail_id").longValue(),
                body.path("solar_system_id").intValue(),
                Instant.parse(body.path("killmail_time").textValue()).getEpochSecond(),
                parties,
                !attacking.isEmpty(),
                pilots,
                named(victim, "character_id").orElse(null),
                victim.path("ship_type_id").intValue(),
                body.path("attackers").size(),
                value.isNumber() ? value.decimalValue().setScale(2, RoundingMode.HALF_UP) : null);
    }

    /** Ingestion refuses abyssal and void space, unless an admin says otherwise. */
    public boolean isAccepted() {
        return systemId < 32_000_000 || systemId >= 36_000_000;
    }

    /** Abyssal, void and other instanced space takes no part, nor do mails on which only NPCs shot. */
    boolean isEligible() {
        boolean instanced = systemId >= 32_000_000 && systemId < 37_000_000;
        return attackedByParty && !instanced;
    }

    private static Optional<Long> party(JsonNode line) {
        return named(line, "alliance_id")
                .or(() -> named(line, "corporation_id").filter(id -> id < 1_000_000 || id > 1_999_999))
                .or(() -> pilot(line));
    }

    private static Optional<Long> pilot(JsonNode line) {
        return named(line, "character_id").filter(id -> id < 3_000_000 || id > 3_999_999);
    }

    /** The victim, where a player flew. */
    Optional<Long> victimPilot() {
        return Optional.ofNullable(victimCharacter).filter(pilots::contains);
    }

    private static Optional<Long> named(JsonNode line, String field) {
        JsonNode id = line.path(field);
        return id.isIntegralNumber() && id.longValue() > 0 ? Optional.of(id.longValue()) : Optional.empty();
    }
}
