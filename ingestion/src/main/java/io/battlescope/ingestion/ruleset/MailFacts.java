package io.battlescope.ingestion.ruleset;

import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.Place;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What rules look at of a killmail; victim and attackers alike.
 *
 * @param isk {@code null} when nobody has said what it is worth
 */
public record MailFacts(
        Place place, Set<Long> alliances, Set<Long> corporations, Set<Long> characters, BigDecimal isk) {

    /** Distinct player characters; NPCs have characters too. */
    long pilots() {
        return characters.stream().filter(Party::isPlayer).count();
    }
}
