package io.battlescope.projection.status;

import io.battlescope.api.processor.ProcessorReport;
import io.battlescope.api.processor.ProcessorReport.Alarm;
import io.battlescope.api.processor.ProcessorReport.Trouble;
import io.battlescope.kit.status.ProcessorSource;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import io.battlescope.projection.status.Teller.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Reports of all processors; and counters {@code killmails}, {@code battles}, {@code lagRecords}, {@code lagMillis} and, with the processor's
 * name behind a dot, {@code handled}, {@code lagRecords}, {@code lagMillis}; notes {@code state.<processor>} and, in trouble,
 * {@code error.<processor>} and {@code error}, all of the living versions.
 *
 * <p>Somebody hears of this instance all the time, also while the Query DB does not answer: each look has a thread of its own, and what it
 * cannot find out in time is told as trouble of the processors that were seen last.
 */
@Component
final class ProjectionStatus implements StatusSource, ProcessorSource {

    /** Counters and reports are asked for one after the other, and one look is enough for both. */
    private static final Duration FRESH = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** The broker alone may take three. */
    private static final Duration TOO_LONG = Duration.ofSeconds(5);
    /** A connection that nobody answers on any more is not waited for. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Teller teller;
    private FutureTask<Told> looking;
    private Instant begunAt;
    private Instant triedAt = Instant.MIN;
    private Told told = new Told(new ServiceReport(Map.of(), Map.of()), List.of());
    private Trouble trouble;

    ProjectionStatus(Teller teller) {
        this.teller = teller;
    }

    @Override
    public synchronized ServiceReport report() {
        boolean isFresh = look();
        if (trouble != null) {
            return new ServiceReport(Map.of(), Map.of("error", trouble.cause()));
        }
        // how far it was a moment ago is no answer to how far it is
        return isFresh
                ? told.report()
                : new ServiceReport(Map.of(), told.report().notes());
    }

    @Override
    public synchronized List<ProcessorReport> processors() {
        if (triedAt.plus(FRESH).isBefore(Instant.now())) {
            look();
        }
        return trouble == null
                ? told.processors()
                : told.processors().stream().map(last -> unseen(last, trouble)).toList();
    }

    /** Whether what is told is of now; a look that was under way is no such thing. */
    private boolean look() {
        Instant asked = Instant.now().minus(FRESH);
        boolean ended = ends();
        if (ended && begunAt.isBefore(asked)) {
            ended = ends();
        }
        triedAt = Instant.now();
        return ended;
    }

    /** Goes on with a look, or begins one; whether it has come to its end. */
    private boolean ends() {
        if (looking == null) {
            looking = new FutureTask<>(teller::tell);
            begunAt = Instant.now();
            Thread.ofVirtual().name("status-look").start(looking);
        }
        try {
            told = looking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            trouble = null;
            looking = null;
            return true;
        } catch (TimeoutException e) {
            lasts(Duration.between(begunAt, Instant.now()));
        } catch (ExecutionException e) {
            failed(cause(e.getCause()));
            looking = null;
        } catch (InterruptedException e) {
            // nobody reports any more
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void lasts(Duration already) {
        if (already.compareTo(TOO_LONG) > 0 && trouble == null) {
            failed("The Query DB does not answer: a look at it has not ended since " + begunAt);
        }
        if (already.compareTo(LIMIT) > 0) {
            looking.cancel(true);
            looking = null;
        }
    }

    private void failed(String cause) {
        trouble = new Trouble(cause, trouble == null ? Instant.now() : trouble.since());
    }

    private static String cause(Throwable failure) {
        return failure instanceof DataAccessException e
                ? "The Query DB does not answer: " + e.getMostSpecificCause().getMessage()
                : "Processors cannot be looked at: " + failure;
    }

    /** All that can be said of it; figures from before would be taken for what is. */
    private static ProcessorReport unseen(ProcessorReport last, Trouble trouble) {
        return new ProcessorReport(
                last.processor(),
                last.version(),
                last.role(),
                last.mode(),
                last.source(),
                "error",
                last.resettable(),
                List.of(),
                List.of(),
                null,
                null,
                0,
                false,
                null,
                trouble,
                List.of(new Alarm("DATABASE_AWAY", trouble.cause())),
                0,
                0,
                null,
                last.rebuildable());
    }
}
