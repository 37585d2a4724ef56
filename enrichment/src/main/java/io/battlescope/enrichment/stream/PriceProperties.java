package io.battlescope.enrichment.stream;

import io.battlescope.enrichment.value.PriceTable;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Which prices to estimate with; see application.yml. */
@ConfigurationProperties("battlescope.prices")
record PriceProperties(String file, String name) {

    PriceTable table() {
        if (file == null || file.isBlank()) {
            return PriceTable.basePrices();
        }
        Path path = Path.of(file);
        return PriceTable.fromFile(
                path, name == null || name.isBlank() ? path.getFileName().toString() : name);
    }
}
