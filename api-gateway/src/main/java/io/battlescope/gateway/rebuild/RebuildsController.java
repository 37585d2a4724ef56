package io.battlescope.gateway.rebuild;

import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorAct.RebuildStep;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.Asking;
import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.body.JsonBody;
import io.battlescope.gateway.page.Cursors;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.processor.ProcessorBoard;
import io.battlescope.gateway.processor.ProcessorDesk;
import io.battlescope.gateway.processor.ProcessorView;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.page.PageRequest;
import io.battlescope.view.rebuild.FindRebuilds;
import io.battlescope.view.rebuild.RebuildView;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RebuildsController implements RebuildsApi {

    private final ProcessorBoard processors;
    private final ProcessorDesk desk;
    private final KnownRebuilds known;
    private final Asker asker;
    private final Cursors cursors;

    RebuildsController(
            ProcessorBoard processors, ProcessorDesk desk, KnownRebuilds known, Asker asker, Cursors cursors) {
        this.processors = processors;
        this.desk = desk;
        this.known = known;
        this.asker = asker;
        this.cursors = cursors;
    }

    @Override
    public ResponseEntity<AskedAct> start(HttpServletRequest request) {
        RebuildRequest wish = JsonBody.read(request, RebuildRequest.class);
        ProcessorAct act = new ProcessorAct.Rebuild(wish.switches());
        Asking asking = ProcessorDesk.read(request, wish, wish.processor(), act);
        ProcessorView target = processors.require(wish.processor());
        ProcessorDesk.requireRebuildable(target);
        return desk.take(request, asking, wish, target, act);
    }

    @Override
    public ListAnswer<RebuildView> rebuilds(RebuildsParameters parameters) {
        String list = "rebuilds " + parameters.processor();
        PageRequest page = cursors.page(parameters, list);
        return cursors.answer(asker.askAnew(new FindRebuilds(page, parameters.processor())), list);
    }

    @Override
    public ResponseEntity<RebuildView> rebuild(String rebuildId) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(known.get(rebuildId));
    }

    @Override
    public ResponseEntity<AskedAct> change(String rebuildId, HttpServletRequest request) {
        return step(rebuildId, RebuildStep.SWITCH, request);
    }

    @Override
    public ResponseEntity<AskedAct> rollBack(String rebuildId, HttpServletRequest request) {
        return step(rebuildId, RebuildStep.ROLLBACK, request);
    }

    @Override
    public ResponseEntity<AskedAct> finish(String rebuildId, HttpServletRequest request) {
        return step(rebuildId, RebuildStep.FINISH, request);
    }

    @Override
    public ResponseEntity<AskedAct> cancel(String rebuildId, HttpServletRequest request) {
        return step(rebuildId, RebuildStep.CANCEL, request);
    }

    @Override
    public ResponseEntity<AskedAct> verify(String rebuildId, HttpServletRequest request) {
        return step(rebuildId, RebuildStep.VERIFY, request);
    }

    private ResponseEntity<AskedAct> step(String rebuildId, RebuildStep step, HttpServletRequest request) {
        RebuildStepRequest wish = JsonBody.read(request, RebuildStepRequest.class);
        FieldErrors errors = new FieldErrors();
        wish.check(errors);
        wish.check(step, errors);
        ProcessorAct act = new ProcessorAct.ChangeRebuild(rebuildId, step, wish.acceptsDifferences());
        ProcessorDesk.note(request, wish, rebuildId, act);
        Asking asking = Asking.of(request, wish.reason(), errors);
        errors.throwIfAny();
        return desk.take(request, asking, wish, ProcessorOrder.PROJECTION, known.requireProcessor(rebuildId), act);
    }
}
