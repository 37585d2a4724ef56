package io.battlescope.ingestion.feed;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedPropertiesTest {

    @ParameterizedTest
    @CsvSource({
        "10, 6s, 65s, https://r2z2.zkillboard.com",
        "15, 6s, 65s, https://r2z2.zkillboard.com",
        "0.5, 1m, 65s, https://r2z2.zkillboard.com",
        "10000, 0.001s, 0.05s, http://127.0.0.1:8099",
        "10000, 0.001s, 0.05s, http://localhost:8099/base",
        "10000, 0.001s, 0.05s, 'http://[::1]:8099'",
    })
    void theRulesOfTheHostCanBeKept(double rate, String afterMiss, String recheckAfter, URI address) {
        assertThatCode(() -> properties(rate, afterMiss, recheckAfter, address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "15.1, 6s, 65s, https://r2z2.zkillboard.com, BATTLESCOPE_FEED_MAX_RATE",
        "0, 6s, 65s, https://r2z2.zkillboard.com, BATTLESCOPE_FEED_MAX_RATE",
        "10, 5.999s, 65s, https://r2z2.zkillboard.com, BATTLESCOPE_FEED_AFTER_MISS",
        "10, 5s, 65s, http://127.0.0.1.example.org, BATTLESCOPE_FEED_AFTER_MISS",
        "100, 6s, 65s, http://localhost.example.org, BATTLESCOPE_FEED_MAX_RATE",
        "10001, 0.001s, 0.05s, http://127.0.0.1:8099, BATTLESCOPE_FEED_MAX_RATE",
        "10, 0s, 65s, http://127.0.0.1:8099, BATTLESCOPE_FEED_AFTER_MISS",
        "10, 6s, 60s, https://r2z2.zkillboard.com, BATTLESCOPE_FEED_RECHECK_AFTER",
        "10, 0.001s, 0s, http://127.0.0.1:8099, BATTLESCOPE_FEED_RECHECK_AFTER",
        "10, 6s, 65s, ftp://r2z2.zkillboard.com, BATTLESCOPE_FEED_R2Z2_BASE_URL",
    })
    void andNotBroken(double rate, String afterMiss, String recheckAfter, URI address, String named) {
        assertThatThrownBy(() -> properties(rate, afterMiss, recheckAfter, address))
                .isInstanceOf(FeedMisconfiguredException.class)
                .hasMessageContaining(named);
    }

    private static FeedProperties properties(double rate, String afterMiss, String recheckAfter, URI address) {
        return new FeedProperties(
                null, "head", rate, Duration.parse("PT" + afterMiss), Duration.parse("PT" + recheckAfter), address);
    }
}
