package io.battlescope.api.killmail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What was lost, in ISK. Sites value kills differently, so source and date are always named and figures of two sources are not
 * comparable to the last digit. Which of two values for the same killmail holds is said by {@link Valuation}.
 *
 * @param isk ISK with two decimals; {@code null} when nobody can tell (never 0 for unknown)
 * @param source {@link #ZKILLBOARD}, {@link #ESI_MARKET}, {@link #CCP_BASE_PRICE}, the name of another price table, or
 *     {@code unknown}
 * @param complete whether every item of the mail had a price; an estimate that lacks some is a lower bound
 * @param asOf of when the prices are, and for zKillboard's figure when we received it (UTC, whole seconds); {@code null} when
 *     unknown, and in messages that are older than the field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KillmailValue(BigDecimal isk, String source, boolean complete, Instant asOf) {

    /** zKillboard's own figure: averages of The Forge at the time it processed the mail. */
    public static final String ZKILLBOARD = "zkillboard";
    /** Our estimate from the prices of ESI's {@code /markets/prices}. */
    public static final String ESI_MARKET = "esi-market";
    /** Our estimate from the base prices in CCP's static data, which are far from any market. */
    public static final String CCP_BASE_PRICE = "ccp-base-price";

    /** Nothing is worth more: it is a hundred times the game's largest loss. A figure beyond it is a mistake, and as good as none. */
    public static final BigDecimal MOST_ISK = new BigDecimal("1e15");

    public static final KillmailValue UNKNOWN = new KillmailValue(null, "unknown", false);

    public KillmailValue {
        isk = isk == null ? null : isk.setScale(2, RoundingMode.HALF_UP);
        asOf = asOf == null ? null : asOf.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A value of no stated date. */
    public KillmailValue(BigDecimal isk, String source, boolean complete) {
        this(isk, source, complete, null);
    }

    @JsonIgnore
    public boolean isKnown() {
        return isk != null;
    }

    /** Whether both say the same but for the date: whoever adds values up has nothing to do then. */
    public boolean saysTheSameAs(KillmailValue other) {
        return complete == other.complete && Objects.equals(source, other.source) && Objects.equals(isk, other.isk);
    }
}
