package io.battlescope.ingestion.history;

import io.battlescope.esi.Esi;
import io.battlescope.esi.EsiAnswer;
import io.battlescope.esi.EsiUnavailableException;
import io.battlescope.ingestion.feed.FeedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Single killmails from ESI: exact, and dear, since its budget lets about two a second pass. */
final class EsiKillmails {

    private static final String NO_HASH = "0".repeat(40);
    private static final Duration AFTER_REFUSAL = Duration.ofHours(1);
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{40}");
    /** What ESI says of an id and a hash that do not belong together. */
    private static final Set<Integer> WRONG_PAIR = Set.of(404, 422);

    private final Esi esi;

    EsiKillmails(Esi esi) {
        this.esi = esi;
    }

    boolean canAfford(int killmails) {
        return esi.canAfford(path(0, NO_HASH), killmails);
    }

    /** Asks for each of the wanted whose hash is known, and strikes off what was answered for good. */
    void fetch(Map<Long, String> wanted, Judge judge) throws FeedException, InterruptedException {
        FeedException unreadable = null;
        for (Map.Entry<Long, String> one : new TreeMap<>(wanted).entrySet()) {
            long id = one.getKey();
            String hash = one.getValue();
            try {
                if (hash != null && ask(id, hash, judge)) {
                    wanted.remove(id);
                }
            } catch (IOException e) {
                // a page of somebody in between: the others are asked first
                unreadable =
                        new FeedException("esi-unreadable", "ESI's answer about killmail " + id + " is no JSON", e);
            }
        }
        if (unreadable != null) {
            throw unreadable;
        }
    }

    private boolean ask(long id, String hash, Judge judge) throws FeedException, InterruptedException, IOException {
        if (!HASH.matcher(hash).matches()) {
            judge.refused(id, hash, "the index gives no hash that could be one");
            return true;
        }
        return switch (answer(id, hash)) {
            case EsiAnswer.Found found -> judge.handOn(id, Envelope.around(id, hash, found.body()));
            case EsiAnswer.Refused(int status, String detail)
            when WRONG_PAIR.contains(status) -> {
                // each question costs, and the answer stays the same
                judge.refused(id, hash, "ESI answers " + status + ": " + detail);
                yield true;
            }
            case EsiAnswer.Refused(int status, String detail) ->
                throw new FeedException("esi-refuses", "ESI answers " + status + ": " + detail, AFTER_REFUSAL, null);
            case EsiAnswer.NotModified _ ->
                throw new FeedException("esi-refuses", "ESI answers 304 although nothing is at hand", null);
        };
    }

    private EsiAnswer answer(long id, String hash) throws FeedException, InterruptedException {
        try {
            return esi.get(path(id, hash), null);
        } catch (EsiUnavailableException e) {
            throw new FeedException("esi-" + e.state(), e.getMessage(), e.retryIn(), e);
        }
    }

    private static String path(long id, String hash) {
        return "/killmails/" + id + "/" + hash;
    }
}
