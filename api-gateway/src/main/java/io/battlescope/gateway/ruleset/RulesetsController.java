package io.battlescope.gateway.ruleset;

import io.battlescope.api.feed.AdoptRuleset;
import io.battlescope.api.feed.PreviewRuleset;
import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.Asking;
import io.battlescope.gateway.act.OrderDesk;
import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.body.JsonBody;
import io.battlescope.gateway.page.Cursors;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.page.PageParameters;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.feed.FindRulesetInForce;
import io.battlescope.view.feed.FindRulesets;
import io.battlescope.view.feed.RulesetView;
import io.battlescope.view.page.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RulesetsController implements RulesetsApi {

    private static final String LIST = "rulesets";

    private final OrderDesk desk;
    private final Asker asker;
    private final Cursors cursors;

    RulesetsController(OrderDesk desk, Asker asker, Cursors cursors) {
        this.desk = desk;
        this.asker = asker;
        this.cursors = cursors;
    }

    @Override
    public ListAnswer<RulesetView> rulesets(PageParameters parameters) {
        PageRequest page = cursors.page(parameters, LIST);
        return cursors.answer(asker.askAnew(new FindRulesets(page)), LIST);
    }

    @Override
    public ResponseEntity<RulesetView> current() {
        RulesetView inForce = asker.askAnew(new FindRulesetInForce())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.RULESET_NOT_FOUND,
                        "Ingestion has not told yet by which rules it accepts killmails."));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(inForce);
    }

    @Override
    public ResponseEntity<AskedAct> adopt(HttpServletRequest request) {
        RulesetRequest wish = JsonBody.read(request, RulesetRequest.class);
        FieldErrors errors = new FieldErrors();
        wish.check(errors);
        Asking asking = Asking.of(request, wish.reason(), errors);
        errors.throwIfAny();
        return desk.take(
                request,
                asking,
                new AdoptRuleset(
                        asking.actId(),
                        asking.actor(),
                        asking.reason(),
                        asking.requestedAt(),
                        wish.ruleset(),
                        wish.expectedVersion(),
                        asking.role()));
    }

    @Override
    public ResponseEntity<AskedAct> preview(HttpServletRequest request) {
        PreviewRequest wish = JsonBody.read(request, PreviewRequest.class);
        FieldErrors errors = new FieldErrors();
        wish.check(errors);
        Asking asking = Asking.of(request, wish.reason(), errors);
        errors.throwIfAny();
        return desk.take(
                request,
                asking,
                new PreviewRuleset(
                        asking.actId(),
                        asking.actor(),
                        asking.reason(),
                        asking.requestedAt(),
                        wish.ruleset(),
                        asking.role()));
    }
}
