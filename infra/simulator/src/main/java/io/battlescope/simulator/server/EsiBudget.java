package io.battlescope.simulator.server;

import com.sun.net.httpserver.Headers;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * ESI's two limits. The new one: tokens of a route group in a floating window. The old one, for routes without a group: errors in a fixed
 * minute, and when they are used up, 420 for every route. An answer carries the headers of one or the other.
 */
final class EsiBudget {

    static final int TOKENS = 3_600;
    static final int WINDOW_SECONDS = 15 * 60;
    static final int ERRORS = 100;
    private static final int MINUTE = 60;

    private final Deque<long[]> spent = new ArrayDeque<>();
    private long used;
    private long minute;
    private int errors;
    private long limitedUntil;

    /** Seconds until the killmail group has tokens again; 0 when it has some. */
    synchronized long exhaustedFor(long now) {
        forget(now);
        return used < TOKENS ? 0 : Math.max(1, spent.getFirst()[0] + WINDOW_SECONDS - now);
    }

    synchronized boolean isErrorLimited(long now) {
        return now < limitedUntil || (now / MINUTE == minute && errors >= ERRORS);
    }

    synchronized void limitErrors(long until) {
        limitedUntil = until;
    }

    /** Books an answer of the killmail group and says so in its headers. */
    synchronized void spend(long now, int status, Headers headers) {
        forget(now);
        int cost = cost(status);
        spent.add(new long[] {now, cost});
        used += cost;
        headers.set("X-Ratelimit-Group", "killmail");
        headers.set("X-Ratelimit-Limit", TOKENS + "/15m");
        headers.set("X-Ratelimit-Remaining", Long.toString(Math.max(0, TOKENS - used)));
        headers.set("X-Ratelimit-Used", Integer.toString(cost));
    }

    /** Books an answer of a route without a group. */
    synchronized void count(long now, int status, Headers headers) {
        if (now / MINUTE != minute) {
            minute = now / MINUTE;
            errors = 0;
        }
        if (status >= 400) {
            errors++;
        }
        long reset = now < limitedUntil ? limitedUntil - now : MINUTE - now % MINUTE;
        headers.set(
                "X-ESI-Error-Limit-Remain", Integer.toString(now < limitedUntil ? 0 : Math.max(0, ERRORS - errors)));
        headers.set("X-ESI-Error-Limit-Reset", Long.toString(reset));
    }

    private static int cost(int status) {
        return switch (status / 100) {
            case 2 -> 2;
            case 3 -> 1;
            case 4 -> status == 429 ? 0 : 5;
            default -> 0;
        };
    }

    private void forget(long now) {
        while (!spent.isEmpty() && spent.getFirst()[0] + WINDOW_SECONDS <= now) {
            used -= spent.removeFirst()[1];
        }
    }
}
