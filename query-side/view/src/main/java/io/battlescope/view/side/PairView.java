package io.battlescope.view.side;

import io.battlescope.view.name.NamedParty;
import java.math.BigDecimal;

/**
 * What the killmails say of a party and another one.
 *
 * @param party the other one
 * @param killed kills of the other's hulls that this party is credited with
 * @param killedBy the same the other way round
 * @param mailsAgainst killmails of the other with this party among the attackers
 * @param mailsAgainstUs the same the other way round
 * @param together killmails of others on which both are among the attackers
 * @param iskDestroyed ISK of the other's losses, by this party's part of the damage; {@code null} when no killmail of the battle
 *     has a known value
 */
public record PairView(
        NamedParty party,
        int killed,
        int killedBy,
        int mailsAgainst,
        int mailsAgainstUs,
        int together,
        BigDecimal iskDestroyed) {}
