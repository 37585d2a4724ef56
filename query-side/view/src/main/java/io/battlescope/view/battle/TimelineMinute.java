package io.battlescope.view.battle;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What one minute brought.
 *
 * @param minute its first second (UTC)
 * @param iskDestroyed ISK; {@code null} when no kill of the minute has a known value
 */
public record TimelineMinute(Instant minute, int killCount, BigDecimal iskDestroyed) {}
