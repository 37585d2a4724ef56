package io.battlescope.enrichment.market;

import io.battlescope.enrichment.value.PriceBook;
import io.battlescope.esi.Esi;
import io.battlescope.esi.EsiAnswer.Found;
import io.battlescope.esi.EsiAnswer.NotModified;
import io.battlescope.esi.EsiAnswer.Refused;
import io.battlescope.esi.EsiUnavailableException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * The one thread that keeps the market prices of the price book fresh. What it has stays in use for as long as nothing newer is to
 * be had; values say of when their prices are.
 */
public final class MarketWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MarketWatch.class);

    private static final String PATH = "/markets/prices";
    private static final String CURRENT = "current";
    /** ESI works them out once a day. */
    private static final Duration REFRESH = Duration.ofHours(12);

    private static final Duration LONGEST_REFRESH = Duration.ofDays(1);
    private static final Duration SHORTEST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);
    private static final Duration RETRY_OF_NONSENSE = Duration.ofMinutes(10);
    /** Instances that were started together do not ask together for ever. */
    private static final double MOST_JITTER = 1.2;

    private final Esi esi;
    private final PriceShelf shelf;
    private final PriceBook book;
    private final Runnable onPrices;
    private final Clock clock;

    private MarketPrices prices;
    private Instant due = Instant.MIN;
    private boolean shelfInTrouble;
    private volatile String state;
    private Thread thread;

    private MarketWatch(Esi esi, PriceShelf shelf, PriceBook book, Runnable onPrices, Clock clock) {
        this.esi = esi;
        this.shelf = shelf;
        this.book = book;
        this.onPrices = onPrices;
        this.clock = clock;
        this.state = book.usesMarket() ? "starting" : "off";
    }

    /**
     * A watch that is not running yet.
     *
     * @param onPrices run whenever there are prices, so again and again
     */
    public static MarketWatch over(
            Esi esi, RedisConnectionFactory redis, PriceBook book, Runnable onPrices, Clock clock) {
        return new MarketWatch(esi, new PriceShelf(redis), book, onPrices, clock);
    }

    /** One word: {@code off}, {@code starting}, {@code current}, or why there is nothing newer. */
    public String state() {
        return state;
    }

    @Override
    public boolean isAutoStartup() {
        return book.usesMarket();
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("market").daemon().start(this::run);
    }

    @Override
    public synchronized void stop() {
        thread.interrupt();
        try {
            // it reads and asks, so nothing is lost when it is cut off
            thread.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(jittered(turn()));
            }
        } catch (InterruptedException e) {
            log.debug("The market is not watched any more");
        }
    }

    /** Says how long there is nothing to do. */
    private Duration turn() throws InterruptedException {
        try {
            unshelved().filter(this::isNewer).ifPresent(this::adopt);
            Duration wait = due.isAfter(clock.instant()) ? Duration.between(clock.instant(), due) : ask();
            if (prices != null) {
                onPrices.run();
            }
            return wait;
        } catch (RuntimeException e) {
            trouble("failed", e.toString());
            return RETRY_OF_NONSENSE;
        }
    }

    private Duration ask() throws InterruptedException {
        try {
            return switch (esi.get(PATH, prices == null ? null : prices.etag())) {
                case Found found -> found(found);
                case NotModified same -> restUntil(same.expires());
                case Refused refused -> {
                    trouble("refused", refused.status() + " " + refused.detail());
                    yield LONGEST_RETRY;
                }
            };
        } catch (EsiUnavailableException e) {
            trouble(e.state(), e.getMessage());
            return within(SHORTEST_RETRY, e.retryIn(), LONGEST_RETRY);
        }
    }

    private Duration found(Found found) {
        MarketPrices fresh = new MarketPrices(found.body(), found.etag(), clock.instant());
        if (!adopt(fresh)) {
            return RETRY_OF_NONSENSE;
        }
        try {
            shelf.put(fresh);
            shelfInTrouble = false;
        } catch (RuntimeException e) {
            sayOfShelf(e);
        }
        return restUntil(found.expires());
    }

    private Duration restUntil(Instant expires) {
        Instant now = clock.instant();
        Duration rest = expires == null || expires.isBefore(now)
                ? REFRESH
                : within(REFRESH, Duration.between(now, expires), LONGEST_REFRESH);
        due = now.plus(rest);
        state = CURRENT;
        return rest;
    }

    private boolean isNewer(MarketPrices other) {
        return prices == null || other.asOf().isAfter(prices.asOf());
    }

    private boolean adopt(MarketPrices fresh) {
        try {
            book.market(fresh.table());
        } catch (IOException e) {
            trouble("unreadable", e.getMessage());
            return false;
        }
        prices = fresh;
        due = fresh.asOf().plus(REFRESH);
        state = CURRENT;
        log.info("Market prices as of {}", fresh.asOf());
        return true;
    }

    private Optional<MarketPrices> unshelved() {
        try {
            Optional<MarketPrices> found = shelf.read();
            shelfInTrouble = false;
            return found;
        } catch (IOException | RuntimeException e) {
            sayOfShelf(e);
            return Optional.empty();
        }
    }

    /** Said once, not each time; the next success clears it. */
    private void sayOfShelf(Exception trouble) {
        if (!shelfInTrouble) {
            log.warn("Market prices are not kept for the next start: {}", trouble.toString());
        }
        shelfInTrouble = true;
    }

    private void trouble(String next, String why) {
        if (!state.equals(next)) {
            log.warn("No newer market prices ({}): {}", next, why);
        }
        state = next;
    }

    private static Duration within(Duration least, Duration wish, Duration most) {
        return wish.compareTo(least) < 0 ? least : wish.compareTo(most) > 0 ? most : wish;
    }

    private static Duration jittered(Duration wait) {
        return Duration.ofMillis(
                (long) (wait.toMillis() * ThreadLocalRandom.current().nextDouble(1, MOST_JITTER)));
    }
}
