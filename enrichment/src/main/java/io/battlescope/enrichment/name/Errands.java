package io.battlescope.enrichment.name;

import io.battlescope.esi.EsiUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does what the agenda says, every few seconds. What cannot be done now stays on it. */
final class Errands implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Errands.class);
    private static final int AT_ONCE = 100;

    private final Agenda agenda;
    private final Memory memory;
    private final Namer namer;
    private final Tickers tickers;
    private final Duration interval;
    private ScheduledExecutorService timer;

    Errands(Agenda agenda, Memory memory, Namer namer, Tickers tickers, Duration interval) {
        this.agenda = agenda;
        this.memory = memory;
        this.namer = namer;
        this.tickers = tickers;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("names").daemon().factory());
        timer.scheduleWithFixedDelay(this::tryDue, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        timer.shutdownNow();
        timer = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /**
     * @throws EsiUnavailableException when not all that is due could be done
     */
    void doDue() throws EsiUnavailableException, InterruptedException {
        List<Errand> due = agenda.take(AT_ONCE);
        List<Long> ids = new ArrayList<>();
        for (Errand errand : due) {
            if (errand instanceof Errand.Name(long id)) {
                ids.add(id);
            }
        }
        name(ids);
        for (Errand errand : due) {
            if (errand instanceof Errand.Ticker ticker) {
                tickers.renew(ticker);
                agenda.done(ticker);
            }
        }
    }

    private void name(List<Long> ids) throws EsiUnavailableException, InterruptedException {
        Map<Long, Memory.Known> before = memory.of(ids);
        namer.name(ids.stream().filter(id -> !isNamed(before, id)).toList());
        Map<Long, Memory.Known> after = memory.of(ids);
        ids.stream().filter(id -> isNamed(after, id)).forEach(id -> agenda.done(new Errand.Name(id)));
    }

    private static boolean isNamed(Map<Long, Memory.Known> known, long id) {
        return known.containsKey(id) && known.get(id).named();
    }

    private void tryDue() {
        try {
            doDue();
        } catch (EsiUnavailableException e) {
            // the client has said so; what was taken comes up again
            log.debug("errands wait state={}", e.state());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // the timer must go on, and what was taken comes up again
            log.warn("errands failed", e);
        }
    }
}
