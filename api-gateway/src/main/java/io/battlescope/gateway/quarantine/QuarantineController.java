package io.battlescope.gateway.quarantine;

import io.battlescope.api.feed.ReleaseQuarantine;
import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.Asking;
import io.battlescope.gateway.act.OrderDesk;
import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.body.JsonBody;
import io.battlescope.gateway.deadletter.PayloadMask;
import io.battlescope.gateway.page.Cursors;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.page.PageRequest;
import io.battlescope.view.progress.DeadLetterView;
import io.battlescope.view.progress.FindDeadLetters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class QuarantineController implements QuarantineApi {

    private final OrderDesk desk;
    private final Asker asker;
    private final Cursors cursors;

    QuarantineController(OrderDesk desk, Asker asker, Cursors cursors) {
        this.desk = desk;
        this.asker = asker;
        this.cursors = cursors;
    }

    @Override
    public ListAnswer<DeadLetterView> quarantine(QuarantineParameters parameters, HttpServletRequest request) {
        Set<String> codes = parameters.code() == null ? Set.of() : new TreeSet<>(parameters.code());
        String list = "quarantine " + codes;
        PageRequest page = cursors.page(parameters, list);
        return cursors.answer(
                PayloadMask.shownTo(request, asker.ask(new FindDeadLetters(codes, page)), DeadLetterView::masked),
                list);
    }

    @Override
    public ResponseEntity<AskedAct> release(HttpServletRequest request) {
        ReleaseRequest wish = JsonBody.read(request, ReleaseRequest.class);
        FieldErrors errors = new FieldErrors();
        wish.check(errors);
        Asking asking = Asking.of(request, wish.reason(), errors);
        errors.throwIfAny();
        return desk.take(
                request,
                asking,
                new ReleaseQuarantine(
                        asking.actId(),
                        asking.actor(),
                        asking.reason(),
                        asking.requestedAt(),
                        wish.source(),
                        wish.position(),
                        wish.code(),
                        asking.role()));
    }
}
