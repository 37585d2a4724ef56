package io.battlescope.gateway.backfill;

import io.battlescope.api.battle.ActStatus;
import io.battlescope.gateway.act.ActDesk;
import io.battlescope.gateway.body.Ids;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.act.ActView;
import io.battlescope.view.feed.BackfillView;
import io.battlescope.view.feed.FindBackfill;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks backfills up. The act that asked for one has its id, and is known before ingestion tells of the job. */
@Component
class KnownBackfills {

    /** A comparison is a job, too: it fetches what it finds missing. */
    private static final Set<String> STARTED_BY = Set.of("backfill.start", "completeness.compare");

    private final Asker asker;
    private final ActDesk desk;

    KnownBackfills(Asker asker, ActDesk desk) {
        this.asker = asker;
        this.desk = desk;
    }

    /**
     * The backfill as ingestion last told of it.
     *
     * @throws ProblemException when there is none, saying what is known instead
     */
    BackfillView get(String jobId) {
        return find(jobId).orElseThrow(() -> notFound(jobId, act(jobId)));
    }

    /**
     * Makes sure that somebody asked for the backfill; orders are carried out one after the other, so it need not have begun.
     *
     * @throws ProblemException when nobody did, or in vain
     */
    void requireAskedFor(String jobId) {
        if (find(jobId).isEmpty()) {
            Optional<ActView> act = act(jobId);
            if (act.isEmpty() || act.get().status() == ActStatus.REFUSED) {
                throw notFound(jobId, act);
            }
        }
    }

    private Optional<BackfillView> find(String jobId) {
        return Ids.possible(jobId) ? asker.askAnew(new FindBackfill(jobId)) : Optional.empty();
    }

    private Optional<ActView> act(String jobId) {
        return Ids.possible(jobId) ? desk.find(jobId).filter(act -> STARTED_BY.contains(act.what())) : Optional.empty();
    }

    private static ProblemException notFound(String jobId, Optional<ActView> act) {
        String shown = Ids.possible(jobId) ? " " + jobId : " of this id";
        String instead = act.map(KnownBackfills::instead).orElse("");
        return new ProblemException(ProblemCode.BACKFILL_NOT_FOUND, "There is no backfill" + shown + "." + instead);
    }

    private static String instead(ActView act) {
        String where = " See /api/v1/admin/acts/" + act.actId() + ".";
        return act.status() == ActStatus.REFUSED
                ? " It was asked for and refused: " + act.code() + "." + where
                : " It was asked for and has not begun yet." + where;
    }
}
