package io.battlescope.gateway.act;

import io.battlescope.api.admin.OrderDigest;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.battle.ReclusterOrder;
import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.body.Ids;
import io.battlescope.gateway.body.JsonBody;
import io.battlescope.gateway.broker.OrderTopic;
import io.battlescope.gateway.page.Cursors;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.act.ActView;
import io.battlescope.view.act.FindActs;
import io.battlescope.view.page.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ActsController implements ActsApi {

    private final ActDesk desk;
    private final OrderTopic orders;
    private final Asker asker;
    private final Cursors cursors;

    ActsController(ActDesk desk, OrderTopic orders, Asker asker, Cursors cursors) {
        this.desk = desk;
        this.orders = orders;
        this.asker = asker;
        this.cursors = cursors;
    }

    @Override
    public ResponseEntity<AskedAct> recluster(HttpServletRequest request) {
        ReclusterRequest wish = JsonBody.read(request, ReclusterRequest.class);
        FieldErrors errors = new FieldErrors();
        wish.check(errors);
        Asking asking = Asking.of(request, wish.reason(), errors);
        errors.throwIfAny();
        String digest = OrderDigest.of(order(asking, wish, 0, 1));
        return desk.take(request, asking, wish.what(), wish.target(), digest, () -> send(asking, wish));
    }

    @Override
    public ListAnswer<ActView> acts(ActsParameters parameters) {
        Set<ActStatus> statuses = parameters.status() == null ? Set.of() : new TreeSet<>(parameters.status());
        String list = "acts " + parameters.battleId() + " " + statuses;
        PageRequest page = cursors.page(parameters, list);
        return cursors.answer(asker.askAnew(new FindActs(parameters.battleId(), statuses, page)), list);
    }

    @Override
    public ResponseEntity<ActView> act(String actId) {
        Optional<ActView> act = Ids.possible(actId) ? desk.await(actId) : Optional.empty();
        return act.map(found ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.ACT_NOT_FOUND,
                        "There is no act" + (Ids.possible(actId) ? " " + actId : " of this id") + "."));
    }

    private int send(Asking asking, ReclusterRequest wish) {
        if (wish.systemId() == null) {
            return orders.sendToAll((part, parts) -> order(asking, wish, part, parts));
        }
        orders.send(wish.systemId(), order(asking, wish, 0, 1));
        return 1;
    }

    private static ReclusterOrder order(Asking asking, ReclusterRequest wish, int part, int parts) {
        return new ReclusterOrder(
                asking.actId(),
                asking.actor(),
                asking.reason(),
                asking.requestedAt(),
                wish.systemId(),
                wish.from(),
                wish.to(),
                wish.dryRun(),
                part,
                parts,
                asking.role());
    }
}
