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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Has ingestion judge once more what it set aside, and hand enrichment again what that has. It knows letters by source, position and
 * code.
 */
@Component
class Quarantine {

    private final OrderDesk desk;
    private final Asker asker;

    Quarantine(OrderDesk desk, Asker asker) {
        this.desk = desk;
        this.asker = asker;
    }

    ResponseEntity<AskedAct> release(HttpServletRequest request, Asking asking, RetryRequest wish) {
        boolean ofEnrichment = wish.processor().equals(Stages.ENRICHMENT);
        if (!ofEnrichment && !wish.processor().equals(Stages.INGESTION)) {
            throw refusal(Stages.notFromHere(wish.processor()));
        }
        if (wish.isDryRun()) {
            throw refusal("Ingestion cannot say beforehand what would pass. Its letters that do not stay as they are.");
        }
        Letters letters = wish.sequence() == null
                ? new Letters(ofEnrichment ? Stages.ENRICHMENT : null, null)
                : Letters.one(letter(wish));
        return desk.take(
                request,
                asking,
                new ReleaseQuarantine(
                        asking.actId(),
                        asking.actor(),
                        asking.reason(),
                        asking.requestedAt(),
                        letters.source(),
                        letters.position(),
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

    private static ProblemException refusal(String why) {
        return new ProblemException(ProblemCode.NOT_SUPPORTED, why);
    }

    /**
     * Those that are meant.
     *
     * @param source a feed, a topic's partition as {@code topic/partition}, or a stage; {@code null} for all of ingestion
     * @param position one of that source; {@code null} for all
     */
    private record Letters(String source, Long position) {

        private static final Pattern OF_FEED = Pattern.compile("[0-9]{1,18}");
        private static final Pattern OF_TOPIC = Pattern.compile("([0-9]{1,9})@([0-9]{1,18})");

        private static Letters one(DeadEvent letter) {
            Matcher topic = OF_TOPIC.matcher(letter.position());
            if (topic.matches()) {
                return new Letters(letter.source() + "/" + topic.group(1), Long.valueOf(topic.group(2)));
            }
            if (OF_FEED.matcher(letter.position()).matches()) {
                return new Letters(letter.source(), Long.valueOf(letter.position()));
            }
            throw refusal("Ingestion does not keep a letter at " + letter.position() + ".");
        }
    }
}
