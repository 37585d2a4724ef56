package io.battlescope.gateway.completeness;

import io.battlescope.api.feed.CompareDays;
import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.Asking;
import io.battlescope.gateway.act.OrderDesk;
import io.battlescope.gateway.body.Days;
import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.body.JsonBody;
import io.battlescope.gateway.page.Cursors;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.feed.CompletenessDayView;
import io.battlescope.view.feed.FindCompletenessDays;
import io.battlescope.view.feed.SumUpCompleteness;
import io.battlescope.view.page.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CompletenessController implements CompletenessApi {

    private final OrderDesk desk;
    private final Asker asker;
    private final Cursors cursors;

    CompletenessController(OrderDesk desk, Asker asker, Cursors cursors) {
        this.desk = desk;
        this.asker = asker;
        this.cursors = cursors;
    }

    @Override
    public CompletenessAnswer completeness(CompletenessParameters parameters) {
        LocalDate from = parameters.from();
        LocalDate to = parameters.to();
        FieldErrors errors = new FieldErrors();
        Days.checkOrder(from, to, errors);
        errors.throwIfAny();
        String list = "completeness " + from + " " + to;
        PageRequest page = cursors.page(parameters, list);
        ListAnswer<CompletenessDayView> days =
                cursors.answer(asker.ask(new FindCompletenessDays(from, to, page)), list);
        return CompletenessAnswer.of(asker.ask(new SumUpCompleteness(from, to)), days);
    }

    @Override
    public ResponseEntity<AskedAct> compare(HttpServletRequest request) {
        DaysRequest wish = JsonBody.read(request, DaysRequest.class);
        FieldErrors errors = new FieldErrors();
        wish.check(errors);
        Asking asking = Asking.of(request, wish.reason(), errors);
        errors.throwIfAny();
        return desk.take(
                request,
                asking,
                new CompareDays(
                        asking.actId(),
                        asking.actor(),
                        asking.reason(),
                        asking.requestedAt(),
                        wish.from(),
                        wish.to(),
                        asking.role()));
    }
}
