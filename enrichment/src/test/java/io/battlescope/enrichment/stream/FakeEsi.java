package io.battlescope.enrichment.stream;

import io.battlescope.esi.Esi;
import io.battlescope.esi.EsiAnswer;
import io.battlescope.esi.EsiUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** An ESI that knows market prices, when it is up. */
final class FakeEsi implements Esi {

    private static final String ETAG = "\"abc\"";

    private final AtomicInteger questions = new AtomicInteger();
    private volatile String prices;

    void goUp(String withPrices) {
        prices = withPrices;
    }

    void goDown() {
        prices = null;
    }

    int questions() {
        return questions.get();
    }

    @Override
    public EsiAnswer get(String path, String etag) throws EsiUnavailableException {
        questions.incrementAndGet();
        String body = prices;
        if (body == null) {
            throw new EsiUnavailableException("downtime", "ESI is down", Duration.ZERO, null);
        }
        if (!path.equals("/markets/prices")) {
            return new EsiAnswer.Refused(404, path);
        }
        return ETAG.equals(etag)
                ? new EsiAnswer.NotModified(null)
                : new EsiAnswer.Found(body.getBytes(StandardCharsets.UTF_8), ETAG, null);
    }

    @Override
    public EsiAnswer post(String path, byte[] body) {
        throw new UnsupportedOperationException(path);
    }

    @Override
    public boolean canAfford(String path, int asked) {
        return true;
    }
}
