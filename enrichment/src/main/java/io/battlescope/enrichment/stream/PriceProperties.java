package io.battlescope.enrichment.stream;

import io.battlescope.enrichment.value.PriceBook;
import io.battlescope.enrichment.value.PriceTable;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Which prices to estimate with; see application.yml. */
@ConfigurationProperties("battlescope.prices")
record PriceProperties(String file, String name, boolean marketEnabled) {

    /** Whoever names a table wants that one. */
    PriceBook book() {
        if (file != null && !file.isBlank()) {
            Path path = Path.of(file);
            return PriceBook.of(PriceTable.fromFile(
                    path, name == null || name.isBlank() ? path.getFileName().toString() : name));
        }
        PriceTable base = PriceTable.basePrices();
        return marketEnabled ? PriceBook.marketElse(base) : PriceBook.of(base);
    }
}
