package io.battlescope.gateway.backfill;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.BackfillStep;
import io.battlescope.api.feed.ChangeBackfill;
import io.battlescope.api.feed.FeedGap;
import io.battlescope.api.feed.StartBackfill;
import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.Asking;
import io.battlescope.gateway.act.OrderDesk;
import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.body.JsonBody;
import io.battlescope.gateway.page.Cursors;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.feed.BackfillView;
import io.battlescope.view.feed.FindBackfills;
import io.battlescope.view.feed.FindGaps;
import io.battlescope.view.feed.GapView;
import io.battlescope.view.page.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BackfillsController implements BackfillsApi {

    private final OrderDesk desk;
    private final KnownBackfills known;
    private final Asker asker;
    private final Cursors cursors;

    BackfillsController(OrderDesk desk, KnownBackfills known, Asker asker, Cursors cursors) {
        this.desk = desk;
        this.known = known;
        this.asker = asker;
        this.cursors = cursors;
    }

    @Override
    public ListAnswer<GapView> gaps(GapsParameters parameters) {
        Set<FeedGap.Status> statuses = parameters.status() == null ? Set.of() : new TreeSet<>(parameters.status());
        String list = "gaps " + statuses;
        PageRequest page = cursors.page(parameters, list);
        return cursors.answer(asker.askAnew(new FindGaps(statuses, page)), list);
    }

    @Override
    public ResponseEntity<AskedAct> start(HttpServletRequest request) {
        BackfillRequest wish = JsonBody.read(request, BackfillRequest.class);
        FieldErrors errors = new FieldErrors();
        wish.check(errors);
        Asking asking = Asking.of(request, wish.reason(), errors);
        errors.throwIfAny();
        return desk.take(
                request,
                asking,
                new StartBackfill(
                        asking.actId(),
                        asking.actor(),
                        asking.reason(),
                        asking.requestedAt(),
                        wish.from(),
                        wish.to(),
                        asking.role()));
    }

    @Override
    public ListAnswer<BackfillView> backfills(BackfillsParameters parameters) {
        Set<BackfillJob.Status> statuses = parameters.status() == null ? Set.of() : new TreeSet<>(parameters.status());
        String list = "backfills " + statuses;
        PageRequest page = cursors.page(parameters, list);
        return cursors.answer(asker.askAnew(new FindBackfills(statuses, page)), list);
    }

    @Override
    public ResponseEntity<BackfillView> backfill(String jobId) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(known.get(jobId));
    }

    @Override
    public ResponseEntity<AskedAct> pause(String jobId, HttpServletRequest request) {
        return change(jobId, BackfillStep.PAUSE, request);
    }

    @Override
    public ResponseEntity<AskedAct> resume(String jobId, HttpServletRequest request) {
        return change(jobId, BackfillStep.RESUME, request);
    }

    @Override
    public ResponseEntity<AskedAct> cancel(String jobId, HttpServletRequest request) {
        return change(jobId, BackfillStep.CANCEL, request);
    }

    private ResponseEntity<AskedAct> change(String jobId, BackfillStep step, HttpServletRequest request) {
        StepRequest wish = JsonBody.read(request, StepRequest.class);
        FieldErrors errors = new FieldErrors();
        Asking asking = Asking.of(request, wish.reason(), errors);
        errors.throwIfAny();
        known.requireAskedFor(jobId);
        return desk.take(
                request,
                asking,
                new ChangeBackfill(
                        asking.actId(),
                        asking.actor(),
                        asking.reason(),
                        asking.requestedAt(),
                        jobId,
                        step,
                        asking.role()));
    }
}
