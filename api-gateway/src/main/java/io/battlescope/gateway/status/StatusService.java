package io.battlescope.gateway.status;

import io.battlescope.api.status.ServiceStatus;
import io.battlescope.gateway.status.ReadModelFigures.Figures;
import io.battlescope.gateway.status.StatusAnswer.Health;
import io.battlescope.view.progress.Progress;
import io.battlescope.view.progress.ReadModelCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** Puts the status together at most once a second, however many ask. */
@Component
class StatusService {

    private static final long MAX_AGE_NANOS = Duration.ofSeconds(1).toNanos();
    /** Until then a service that has not shown up is expected still to come. */
    private static final long START_NANOS = Duration.ofMinutes(1).toNanos();

    private final ServiceBoard board;
    private final ReadModelFigures readModel;
    private final long bornNanos = System.nanoTime();
    private boolean everComplete;
    private StatusAnswer last;
    private long lastNanos;

    StatusService(ServiceBoard board, ReadModelFigures readModel) {
        this.board = board;
        this.readModel = readModel;
    }

    synchronized StatusAnswer status() {
        if (last == null || System.nanoTime() - lastNanos >= MAX_AGE_NANOS) {
            last = compose(board.read().map(all -> Reports.current(all, Instant.now())), readModel.read());
            lastNanos = System.nanoTime();
        }
        return last;
    }

    private StatusAnswer compose(Optional<Reports> reports, Optional<Figures> figures) {
        List<String> problems = problems(reports, figures);
        return new StatusAnswer(
                figures.map(Figures::progress).flatMap(Progress::asOf).orElse(null),
                health(problems, reports.isPresent()),
                problems,
                killmails(reports, figures),
                new StatusAnswer.Battles(
                        count(figures, ReadModelCounts::battles), count(figures, ReadModelCounts::battleKillmails)),
                new StatusAnswer.LagSeconds(
                        lag(reports, Reports.INGESTION),
                        lag(reports, Reports.ENRICHMENT),
                        lag(reports, Reports.CLUSTERER),
                        lag(reports, Reports.PROJECTION)),
                reports.map(StatusService::views).orElse(null));
    }

    private static StatusAnswer.Killmails killmails(Optional<Reports> reports, Optional<Figures> figures) {
        return new StatusAnswer.Killmails(
                counter(reports, Reports.INGESTION, "accepted"),
                counter(reports, Reports.INGESTION, "duplicates"),
                counter(reports, Reports.INGESTION, "revalued"),
                counter(reports, Reports.INGESTION, "refused"),
                Reports.orNull(reports, Reports::refusedByCode),
                counter(reports, Reports.INGESTION, "quarantined"),
                Reports.orNull(reports, Reports::quarantinedByCode),
                counter(reports, Reports.INGESTION, "cameRight"),
                counter(reports, Reports.ENRICHMENT, "enriched"),
                count(figures, ReadModelCounts::killmails),
                count(figures, ReadModelCounts::inBattles));
    }

    private static List<String> problems(Optional<Reports> reports, Optional<Figures> figures) {
        List<String> problems = new ArrayList<>();
        if (figures.isEmpty()) {
            problems.add("The Query DB cannot be read.");
        }
        if (reports.isEmpty()) {
            problems.add("Redis cannot be read, so no service is heard of.");
        }
        Set<String> missing = reports.map(Reports::missing).orElse(Set.of());
        missing.forEach(service -> problems.add("Nothing is heard of " + service + "."));
        return problems;
    }

    private Health health(List<String> problems, boolean redisThere) {
        if (problems.isEmpty()) {
            everComplete = true;
            return Health.OK;
        }
        boolean starting = redisThere && !everComplete && System.nanoTime() - bornNanos < START_NANOS;
        return starting ? Health.STARTING : Health.DEGRADED;
    }

    private static Long counter(Optional<Reports> reports, String service, String counter) {
        return Reports.orNull(reports, all -> all.sum(service, counter));
    }

    private static Double lag(Optional<Reports> reports, String service) {
        return Reports.orNull(reports, all -> all.lagSeconds(service));
    }

    private static Long count(Optional<Figures> figures, ToLongFunction<ReadModelCounts> figure) {
        return figures.map(known -> figure.applyAsLong(known.counts())).orElse(null);
    }

    private static List<StatusAnswer.ServiceView> views(Reports reports) {
        return reports.all().stream().map(StatusService::view).toList();
    }

    private static StatusAnswer.ServiceView view(ServiceStatus report) {
        return new StatusAnswer.ServiceView(
                report.service(),
                report.instance(),
                report.startedAt(),
                report.reportedAt(),
                report.counters(),
                report.notes());
    }
}
