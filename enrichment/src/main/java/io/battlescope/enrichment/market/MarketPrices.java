package io.battlescope.enrichment.market;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.enrichment.value.PriceTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer of ESI's {@code /markets/prices}, kept as it came.
 *
 * @param etag {@code null} when it had none
 * @param asOf when it was given (our clock, UTC)
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record MarketPrices(byte[] body, String etag, Instant asOf) {

    private static final ObjectReader READER = MessageJson.mapper().readerFor(new TypeReference<List<TypePrice>>() {});
    /** Digits before and after the point; the dearest thing in the game has 14 before. */
    private static final int MOST_DIGITS = 18;

    /** A type may lack either price. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record TypePrice(int typeId, BigDecimal averagePrice, BigDecimal adjustedPrice) {

        /** What it sold for, else what CCP takes it for; {@code null} for neither. */
        BigDecimal price() {
            return isPrice(averagePrice) ? averagePrice : isPrice(adjustedPrice) ? adjustedPrice : null;
        }

        private static boolean isPrice(BigDecimal isk) {
            return isk != null
                    && isk.signum() > 0
                    && isk.scale() <= MOST_DIGITS
                    && isk.precision() - isk.scale() <= MOST_DIGITS;
        }
    }

    /**
     * The prices as a table.
     *
     * @throws IOException when the body is no list of prices, or lists none
     */
    PriceTable table() throws IOException {
        List<TypePrice> types = READER.readValue(body);
        Map<Integer, BigDecimal> prices = new HashMap<>();
        if (types != null) {
            types.stream()
                    .filter(type -> type != null && type.price() != null)
                    .forEach(type -> prices.put(type.typeId(), type.price()));
        }
        if (prices.isEmpty()) {
            throw new IOException("the answer lists no prices");
        }
        return new PriceTable(KillmailValue.ESI_MARKET, asOf, prices);
    }
}
