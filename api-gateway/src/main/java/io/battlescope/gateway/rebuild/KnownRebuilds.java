package io.battlescope.gateway.rebuild;

import io.battlescope.api.battle.ActStatus;
import io.battlescope.gateway.act.ActDesk;
import io.battlescope.gateway.body.Ids;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.act.ActView;
import io.battlescope.view.rebuild.FindRebuild;
import io.battlescope.view.rebuild.RebuildView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks rebuilds up. The act that asked for one has its id, and is known before the rebuild has begun. */
@Component
class KnownRebuilds {

    private static final String STARTED_BY = "rebuild.start";

    private final Asker asker;
    private final ActDesk desk;

    KnownRebuilds(Asker asker, ActDesk desk) {
        this.asker = asker;
        this.desk = desk;
    }

    /**
     * The rebuild as it is.
     *
     * @throws ProblemException when there is none, saying what is known instead
     */
    RebuildView get(String rebuildId) {
        return find(rebuildId).orElseThrow(() -> notFound(rebuildId, act(rebuildId)));
    }

    /**
     * The processor that is rebuilt; orders are carried out one after the other, so the rebuild need not have begun.
     *
     * @throws ProblemException when nobody asked for it, or in vain
     */
    String requireProcessor(String rebuildId) {
        Optional<RebuildView> rebuild = find(rebuildId);
        if (rebuild.isPresent()) {
            return rebuild.get().processor();
        }
        Optional<ActView> act = act(rebuildId);
        return act.filter(asked -> asked.status() != ActStatus.REFUSED)
                .map(ActView::target)
                .orElseThrow(() -> notFound(rebuildId, act));
    }

    private Optional<RebuildView> find(String rebuildId) {
        return Ids.possible(rebuildId) ? asker.askAnew(new FindRebuild(rebuildId)) : Optional.empty();
    }

    private Optional<ActView> act(String rebuildId) {
        return Ids.possible(rebuildId)
                ? desk.find(rebuildId).filter(act -> act.what().equals(STARTED_BY))
                : Optional.empty();
    }

    private static ProblemException notFound(String rebuildId, Optional<ActView> act) {
        String shown = Ids.possible(rebuildId) ? " " + rebuildId : " of this id";
        String instead = act.map(KnownRebuilds::instead).orElse("");
        return new ProblemException(ProblemCode.REBUILD_NOT_FOUND, "There is no rebuild" + shown + "." + instead);
    }

    private static String instead(ActView act) {
        String where = " See /api/v1/admin/acts/" + act.actId() + ".";
        return act.status() == ActStatus.REFUSED
                ? " It was asked for and refused: " + act.code() + "." + where
                : " It was asked for and has not begun yet." + where;
    }
}
