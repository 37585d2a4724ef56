package io.battlescope.gateway.overlay;

import io.battlescope.api.admin.OrderDigest;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayOrder;
import io.battlescope.api.json.MessageJson;
import io.battlescope.gateway.act.ActDesk;
import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.Asking;
import io.battlescope.gateway.admin.Attempt;
import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.body.Ids;
import io.battlescope.gateway.body.JsonBody;
import io.battlescope.gateway.broker.OrderTopic;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.act.ActTarget;
import io.battlescope.view.act.FindActTarget;
import io.battlescope.view.battle.BattleLocation;
import io.battlescope.view.battle.LocateBattle;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OverlayController implements OverlayApi {

    private final ActDesk desk;
    private final OrderTopic orders;
    private final Asker asker;

    OverlayController(ActDesk desk, OrderTopic orders, Asker asker) {
        this.desk = desk;
        this.orders = orders;
        this.asker = asker;
    }

    @Override
    public ResponseEntity<AskedAct> correct(String battleId, HttpServletRequest request) {
        OverlayRequest wish = JsonBody.read(request, OverlayRequest.class);
        return ask(battleId, wish.act(), wish.reason(), request);
    }

    @Override
    public ResponseEntity<AskedAct> undo(
            String battleId, String actId, UndoParameters parameters, HttpServletRequest request) {
        return ask(battleId, new OverlayAct.Undo(actId), parameters.reason(), request);
    }

    private ResponseEntity<AskedAct> ask(String battleId, OverlayAct act, String reason, HttpServletRequest request) {
        FieldErrors errors = new FieldErrors();
        ActCheck.check(act, errors);
        Long version = SeenVersion.read(request.getHeader(SeenVersion.HEADER), errors);
        Asking asking = Asking.of(request, reason, errors);
        errors.throwIfAny();
        new Attempt(what(act), battleId, asking.reason()).attach(request);
        ActTarget battle = target(battleId);
        OverlayOrder order = new OverlayOrder(
                asking.actId(),
                asking.actor(),
                asking.reason(),
                asking.requestedAt(),
                battle.battleId(),
                battle.systemId(),
                version,
                act,
                asking.role());
        return desk.take(request, asking, what(act), battle.battleId(), OrderDigest.of(order), () -> {
            orders.send(battle.systemId(), order);
            return 1;
        });
    }

    private ActTarget target(String battleId) {
        Optional<ActTarget> found =
                Ids.possible(battleId) ? asker.askAnew(new FindActTarget(battleId)) : Optional.empty();
        ActTarget battle = found.orElseThrow(() -> notFound(battleId));
        if (battle.mergedInto() != null) {
            throw merged(battle);
        }
        return battle;
    }

    private ProblemException merged(ActTarget battle) {
        String survivor = asker.askAnew(new LocateBattle(battle.battleId()))
                .map(BattleLocation::battleId)
                .orElse(battle.mergedInto());
        return new ProblemException(
                ProblemCode.BATTLE_MERGED,
                "Battle " + battle.battleId() + " went into battle " + survivor
                        + ". Look at that one, and ask for the act there.");
    }

    private static ProblemException notFound(String battleId) {
        String shown = Ids.possible(battleId) ? " " + battleId : " of this id";
        return new ProblemException(ProblemCode.BATTLE_NOT_FOUND, "There is no battle" + shown + ".");
    }

    /** As the outcome of the act names it. */
    private static String what(OverlayAct act) {
        return "overlay." + MessageJson.mapper().valueToTree(act).get("act").asText();
    }
}
