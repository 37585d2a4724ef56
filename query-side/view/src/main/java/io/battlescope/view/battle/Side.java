package io.battlescope.view.battle;

import io.battlescope.api.killmail.Party;
import java.math.BigDecimal;
import java.util.List;

/** A side of a battle with its share. */
public record Side(
        int sideId,
        List<Party> parties,
        int killCount,
        int lossCount,
        int pilotCount,
        BigDecimal iskLost,
        BigDecimal iskDestroyed) {}
