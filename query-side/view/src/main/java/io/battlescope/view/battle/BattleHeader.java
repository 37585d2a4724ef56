package io.battlescope.view.battle;

import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.killmail.Place;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import io.battlescope.view.name.Names;
import io.battlescope.view.side.BattleShare;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * A battle without its sides. Times are UTC.
 *
 * @param title given by an admin; {@code null} without one
 * @param constellationId {@code null} for a system that the universe does not know, like the region
 * @param security only known space has a band
 * @param endTime the latest kill
 * @param lossCount killmails without the capsules of pilots who also lost a ship here
 * @param pilotCount distinct player characters, victims and attackers
 * @param iskDestroyed ISK of the killmails whose value is known; {@code null} when none is
 * @param unvaluedKillCount killmails whose value is not known
 * @param rule the rule of linkage that the battle was found with
 * @param version grows with each change of the battle
 */
public record BattleHeader(
        String battleId,
        String title,
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
        long version) {

    private static final BigDecimal NO_ISK = new BigDecimal("0.00");

    /**
     * A battle as its events tell it.
     *
     * @param totals those of a battle that holds killmails, with times
     */
    public static BattleHeader of(
            BattleOpened opened,
            String title,
            BattleStatus status,
            BattleTotals totals,
            LinkageRule rule,
            long version,
            Names names) {
        Place at = opened.place();
        Names.PlaceNames place = names.place(at.systemId(), at.constellationId(), at.regionId());
        return new BattleHeader(
                opened.battleId(),
                title,
                at.systemId(),
                place.system(),
                at.constellationId(),
                place.constellation(),
                at.regionId(),
                place.region(),
                at.spaceType(),
                at.securityBand(),
                status,
                totals.startTime(),
                totals.endTime(),
                Duration.between(totals.startTime(), totals.endTime()).toSeconds(),
                totals.killCount(),
                totals.lossCount(),
                totals.pilotCount(),
                known(totals.iskDestroyed(), totals.unvaluedKillCount(), totals.killCount()),
                totals.unvaluedKillCount(),
                rule,
                opened.openedByKillmailId(),
                version);
    }

    /** A sum of nothing known is not zero ISK. */
    static BigDecimal known(BigDecimal isk, int unvaluedKillCount, int killCount) {
        return unvaluedKillCount >= killCount ? null : isk;
    }

    /** Whether any killmail has a known value. */
    boolean valued() {
        return iskDestroyed != null;
    }

    /** What there is to divide among the sides. All that was lost was destroyed by somebody. */
    BattleShare whole() {
        BigDecimal isk = valued() ? iskDestroyed : NO_ISK;
        return new BattleShare(killCount, lossCount, pilotCount, isk, isk);
    }
}
