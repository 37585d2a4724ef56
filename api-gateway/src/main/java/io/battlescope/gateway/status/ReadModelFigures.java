package io.battlescope.gateway.status;

import io.battlescope.gateway.query.Asker;
import io.battlescope.view.progress.CountReadModel;
import io.battlescope.view.progress.FindProgress;
import io.battlescope.view.progress.Progress;
import io.battlescope.view.progress.ReadModelCounts;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the read model holds, counted exactly but seldom: never when nothing was projected since, and never more than a
 * twentieth of the time.
 */
@Component
class ReadModelFigures {

    private static final Logger log = LoggerFactory.getLogger(ReadModelFigures.class);
    private static final long MIN_PAUSE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int PAUSE_PER_WORK = 20;

    private final Asker asker;
    private Counted last;

    ReadModelFigures(Asker asker) {
        this.asker = asker;
    }

    /** Empty while the Query DB cannot be read. */
    synchronized Optional<Figures> read() {
        try {
            Progress progress = asker.askAnew(new FindProgress());
            if (last == null || !last.progress().equals(progress) && System.nanoTime() - last.nextNanos() > 0) {
                count(progress);
            }
            return Optional.of(new Figures(progress, last.counts()));
        } catch (RuntimeException e) {
            log.debug("The read model cannot be counted: {}", e.toString());
            return Optional.empty();
        }
    }

    /** The progress was asked before the rows are counted: when it is the same next time, so are the rows. */
    private void count(Progress before) {
        long start = System.nanoTime();
        ReadModelCounts counts = asker.askAnew(new CountReadModel());
        long end = System.nanoTime();
        last = new Counted(before, counts, end + Math.max(MIN_PAUSE_NANOS, PAUSE_PER_WORK * (end - start)));
    }

    record Figures(Progress progress, ReadModelCounts counts) {}

    private record Counted(Progress progress, ReadModelCounts counts, long nextNanos) {}
}
