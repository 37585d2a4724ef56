package io.battlescope.view.battle;

import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A battle at a glance. Times are UTC.
 *
 * @param constellationId {@code null} for a system that the universe does not know, like the region
 * @param security only known space has a band
 * @param endTime the latest kill
 * @param lossCount killmails without the capsules of pilots who also lost a ship here
 * @param pilotCount distinct player characters, victims and attackers
 * @param iskDestroyed ISK of the killmails whose value is known; {@code null} when none is
 * @param unvaluedKillCount killmails whose value is not known
 * @param rule the rule of linkage that the battle was found with
 * @param version grows with each change of the battle
 * @param sides empty as long as nobody has drawn them; all of the battle is unassigned then
 */
public record BattleSummary(
        String battleId,
        int systemId,
        String systemName,
        Integer constellationId,
        String constellationName,
        Integer regionId,
        String regionName,
        SpaceType spaceType,
        SecurityBand security,
        BattleStatus status,
        Instant startTime,
        Instant endTime,
        long durationSeconds,
        int killCount,
        int lossCount,
        int pilotCount,
        BigDecimal iskDestroyed,
        int unvaluedKillCount,
        LinkageRule rule,
        long openedByKillmailId,
        long version,
        List<Side> sides,
        BattleShare unassigned) {}
