package io.battlescope.gateway.deadletter;

import io.battlescope.api.feed.ReleaseQuarantine;
import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.Asking;
import io.battlescope.gateway.act.OrderDesk;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.deadletter.DeadEvent;
import io.battlescope.view.deadletter.FindDeadEvents;
import io.battlescope.view.page.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Has ingestion judge once more what it set aside. It knows letters by source, position and code. */
@Component
class Quarantine {

    private final OrderDesk desk;
    private final Asker asker;

    Quarantine(OrderDesk desk, Asker asker) {
        this.desk = desk;
        this.asker = asker;
    }

    ResponseEntity<AskedAct> release(HttpServletRequest request, Asking asking, RetryRequest wish) {
        if (!wish.processor().equals(Stages.INGESTION)) {
            throw refusal(Stages.notFromHere(wish.processor()));
        }
        if (wish.isDryRun()) {
            throw refusal("Ingestion cannot say beforehand what would pass. Its letters that do not stay as they are.");
        }
        DeadEvent letter = wish.sequence() == null ? null : letter(wish);
        return desk.take(
                request,
                asking,
                new ReleaseQuarantine(
                        asking.actId(),
                        asking.actor(),
                        asking.reason(),
                        asking.requestedAt(),
                        letter == null ? null : letter.source(),
                        letter == null ? null : position(letter),
                        wish.cause(),
                        asking.role()));
    }

    private DeadEvent letter(RetryRequest wish) {
        return asker
                .askAnew(new FindDeadEvents(wish.processor(), wish.sequence(), PageRequest.first(1)))
                .items()
                .stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.DEAD_LETTER_NOT_FOUND,
                        "Stage " + wish.processor() + " has set nothing aside as " + wish.sequence() + "."));
    }

    private static long position(DeadEvent letter) {
        try {
            return Long.parseLong(letter.position());
        } catch (NumberFormatException e) {
            throw refusal("Ingestion does not keep a letter at " + letter.position() + ".");
        }
    }

    private static ProblemException refusal(String why) {
        return new ProblemException(ProblemCode.NOT_SUPPORTED, why);
    }
}
