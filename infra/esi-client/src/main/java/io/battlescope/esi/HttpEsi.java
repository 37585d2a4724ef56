package io.battlescope.esi;

import io.battlescope.esi.EsiHttp.Question;
import io.battlescope.esi.Limits.Admission;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Asks only what the breaker and the limits let pass, and learns from each answer. */
final class HttpEsi implements Esi, AutoCloseable {

    private static final int TRIES = 2;
    private static final int DETAIL = 300;
    /** Where a 429 does not say how long. */
    private static final Duration THROTTLED = Duration.ofMinutes(1);

    /** Short, for a hiccup is over soon; where it is none, the breaker opens. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    /** Budgets that somebody relies on before the first answer has told them. */
    private static final Map<Route, Bucket> DOCUMENTED =
            Map.of(Route.of("/killmails/{}/{}"), new Bucket("killmail", 3_600, Duration.ofMinutes(15)));

    private final EsiSettings settings;
    private final EsiHttp http;
    private final Limits limits;
    private final Breakers breakers;
    private final Downtime downtime;
    private final Journal journal;

    HttpEsi(EsiSettings settings, Limits limits, Breakers breakers, Downtime downtime, Journal journal) {
        this.settings = settings;
        this.http = new EsiHttp(settings);
        this.limits = limits;
        this.breakers = breakers;
        this.downtime = downtime;
        this.journal = journal;
    }

    @Override
    public EsiAnswer get(String path, String etag) throws EsiUnavailableException, InterruptedException {
        return ask(new Question(path, null, etag));
    }

    @Override
    public EsiAnswer post(String path, byte[] body) throws EsiUnavailableException, InterruptedException {
        return ask(new Question(path, body, null));
    }

    @Override
    public boolean canAfford(String path, int questions) {
        Route route = Route.of(path);
        Bucket bucket = Optional.ofNullable(limits.bucketOf(route)).orElse(DOCUMENTED.get(route));
        return bucket == null || limits.free(bucket) >= (long) questions * Limits.BOOKED;
    }

    @Override
    public void close() {
        http.close();
    }

    private EsiAnswer ask(Question question) throws EsiUnavailableException, InterruptedException {
        Route route = Route.of(question.path());
        try {
            EsiAnswer answer = tryTwice(route, question);
            journal.answered(route, answer instanceof EsiAnswer.Refused);
            return answer;
        } catch (EsiUnavailableException e) {
            journal.trouble(route, e);
            throw e;
        }
    }

    private EsiAnswer tryTwice(Route route, Question question) throws EsiUnavailableException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return answer(once(route, question));
            } catch (NoAnswerException e) {
                if (attempt == TRIES) {
                    throw new EsiUnavailableException("unreachable", e.getMessage(), jittered(AFTER_FAILURE), e);
                }
                sleep(jittered(settings.firstRetry()));
            }
        }
    }

    private HttpResponse<byte[]> once(Route route, Question question)
            throws NoAnswerException, EsiUnavailableException, InterruptedException {
        CircuitBreaker breaker = breakers.of(route);
        if (!breaker.tryAcquirePermission()) {
            throw new EsiUnavailableException(
                    "circuit-open", route.name() + " has failed too often", jittered(Breakers.RETRY), null);
        }
        boolean counted = false;
        long start = System.nanoTime();
        try {
            awaitBudget(route);
            journal.asked();
            HttpResponse<byte[]> response = http.send(question);
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            counted = true;
            learn(route, Notice.of(response.statusCode(), response.headers()));
            return response;
        } catch (NoAnswerException e) {
            journal.failed();
            if (e.notice() != null) {
                learn(route, e.notice());
            }
            if (downtime.isNow()) {
                throw downtime(e);
            }
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            counted = true;
            throw e;
        } finally {
            if (!counted) {
                breaker.releasePermission();
            }
        }
    }

    private EsiUnavailableException downtime(NoAnswerException cause) {
        Duration pause = jittered(Downtime.PAUSE);
        limits.pause(Limits.EVERYTHING, "downtime", pause);
        return new EsiUnavailableException("downtime", "Daily downtime: " + cause.getMessage(), atLeast(pause), cause);
    }

    private void awaitBudget(Route route) throws EsiUnavailableException, InterruptedException {
        Bucket bucket = limits.bucketOf(route);
        Duration waited = Duration.ZERO;
        for (Admission admission = admit(route, bucket); !admission.isGranted(); admission = admit(route, bucket)) {
            waited = waited.plus(admission.retryIn());
            if (waited.compareTo(settings.patience()) > 0) {
                throw new EsiUnavailableException(
                        admission.state(),
                        "ESI is not to be asked " + route.name() + " now: " + admission.state(),
                        atLeast(admission.retryIn()),
                        null);
            }
            sleep(atLeast(admission.retryIn()));
        }
    }

    private Admission admit(Route route, Bucket bucket) {
        return limits.admit(bucket == null ? route.name() : bucket.group(), bucket);
    }

    private void learn(Route route, Notice notice) throws EsiUnavailableException {
        journal.learned(notice);
        if (notice.bucket() != null) {
            limits.learn(route, notice.bucket());
            limits.settle(notice.bucket(), Bucket.costOf(notice.status()), notice.tokensLeft());
        }
        if (notice.errorsLeft() != null && notice.errorReset() != null) {
            limits.errorsLeft(notice.errorsLeft(), notice.errorReset());
        } else if (notice.isCountedError()) {
            limits.error();
        }
        switch (notice.status()) {
            case Notice.ERROR_LIMITED ->
                throw throttled(
                        Limits.EVERYTHING,
                        Optional.ofNullable(notice.errorReset()).orElse(Limits.ERROR_WINDOW));
            case Notice.TOO_MANY_REQUESTS -> {
                Bucket bucket = notice.bucket() == null ? limits.bucketOf(route) : notice.bucket();
                throw throttled(
                        bucket == null ? route.name() : bucket.group(),
                        Optional.ofNullable(notice.retryAfter()).orElse(THROTTLED));
            }
            default -> {}
        }
    }

    private EsiUnavailableException throttled(String scope, Duration told) {
        // what is left of a second may have been cut off
        Duration pause = told.plusSeconds(1);
        limits.pause(scope, "throttled", pause);
        return new EsiUnavailableException("throttled", "Too many questions or errors: " + scope, atLeast(pause), null);
    }

    private static EsiAnswer answer(HttpResponse<byte[]> response) {
        Instant expires =
                response.headers().firstValue("Expires").map(HttpEsi::instant).orElse(null);
        if (EsiHttp.isFound(response)) {
            return new EsiAnswer.Found(
                    response.body(), response.headers().firstValue("ETag").orElse(null), expires);
        }
        if (EsiHttp.isNotModified(response)) {
            return new EsiAnswer.NotModified(expires);
        }
        String detail = new String(response.body(), StandardCharsets.UTF_8);
        return new EsiAnswer.Refused(response.statusCode(), detail.substring(0, Math.min(DETAIL, detail.length())));
    }

    private static Instant instant(String date) {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            // no date: as if it had not said until when
            return null;
        }
    }

    /** Between three quarters and five quarters of it. */
    private static Duration jittered(Duration about) {
        long millis = about.toMillis();
        return Duration.ofMillis(millis * 3 / 4 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }

    /** A little longer, so that those who wait for the same do not come back together. */
    private static Duration atLeast(Duration least) {
        return least.plusMillis(ThreadLocalRandom.current().nextLong(least.toMillis() / 4 + 1));
    }

    private static void sleep(Duration pause) throws InterruptedException {
        Thread.sleep(pause);
    }
}
