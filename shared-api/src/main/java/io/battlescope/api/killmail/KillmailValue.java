package io.battlescope.api.killmail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What was lost, in ISK. Sites value kills differently, so the source is always named and figures of two sources are not
 * comparable to the last digit.
 *
 * @param isk ISK with two decimals; {@code null} when nobody can tell (never 0 for unknown)
 * @param source {@code zkillboard}, the name of a price table, or {@code unknown}
 * @param complete whether every item of the mail had a price; an estimate that lacks some is a lower bound
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KillmailValue(BigDecimal isk, String source, boolean complete) {

    public static final String ZKILLBOARD = "zkillboard";
    public static final KillmailValue UNKNOWN = new KillmailValue(null, "unknown", false);

    public KillmailValue {
        isk = isk == null ? null : isk.setScale(2, RoundingMode.HALF_UP);
    }

    @JsonIgnore
    public boolean isKnown() {
        return isk != null;
    }
}
