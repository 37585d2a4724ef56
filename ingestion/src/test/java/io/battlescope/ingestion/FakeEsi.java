package io.battlescope.ingestion;

import io.battlescope.esi.Esi;
import io.battlescope.esi.EsiAnswer;
import io.battlescope.esi.EsiUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** ESI with a small budget: it has the killmails it is given, and knows no other pair of id and hash. */
final class FakeEsi implements Esi {

    final Map<Long, String> killmails = new ConcurrentHashMap<>();
    final List<String> questions = new CopyOnWriteArrayList<>();
    volatile int budget = 10;
    volatile boolean down;

    @Override
    public EsiAnswer get(String path, String etag) throws EsiUnavailableException {
        questions.add(path);
        if (down) {
            throw new EsiUnavailableException("downtime", "ESI is down", Duration.ofMinutes(10), null);
        }
        String body = killmails.get(Long.parseLong(path.split("/")[2]));
        return body == null
                ? new EsiAnswer.Refused(422, "Invalid killmail_id and/or killmail_hash")
                : new EsiAnswer.Found(body.getBytes(StandardCharsets.UTF_8), null, null);
    }

    @Override
    public EsiAnswer post(String path, byte[] body) {
        throw new UnsupportedOperationException(path);
    }

    @Override
    public boolean canAfford(String path, int questions) {
        return questions <= budget;
    }
}
