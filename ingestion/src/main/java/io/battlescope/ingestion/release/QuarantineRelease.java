package io.battlescope.ingestion.release;

import io.battlescope.api.feed.FeedRefusal;
import io.battlescope.api.feed.ReleaseQuarantine;
import io.battlescope.ingestion.order.Decision;
import io.battlescope.ingestion.order.OrderHandler;
import io.battlescope.ingestion.pump.BatchProcessor;
import io.battlescope.ingestion.store.QuarantineShelf;
import io.battlescope.ingestion.store.QuarantineShelf.Kept;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Has payloads judged once more. Each says which act had it judged last, so that an act that was cut off goes on where it was, and
 * counts what it has done from there.
 */
@Component
class QuarantineRelease implements OrderHandler<ReleaseQuarantine> {

    private static final int AT_ONCE = 200;

    private final QuarantineShelf shelf;
    private final BatchProcessor processor;
    private final EsiRefusals esiRefusals;
    private final Resending resending;

    QuarantineRelease(QuarantineShelf shelf, BatchProcessor processor, EsiRefusals esiRefusals, Resending resending) {
        this.shelf = shelf;
        this.processor = processor;
        this.esiRefusals = esiRefusals;
        this.resending = resending;
    }

    @Override
    public Class<ReleaseQuarantine> kind() {
        return ReleaseQuarantine.class;
    }

    /**
     * Killmails are published before it is written down that they were, so this cannot be part of a transaction.
     *
     * @return what enrichment was handed again
     */
    @Override
    public Map<String, Long> prepare(ReleaseQuarantine order) throws InterruptedException {
        for (String feed : esiRefusals.letGo(order)) {
            // nothing to judge, but what is counted has changed
            processor.release(feed, List.of(), order.actId());
        }
        shelf.passOverCut(order);
        for (List<Kept> next = shelf.next(order, AT_ONCE); !next.isEmpty(); next = shelf.next(order, AT_ONCE)) {
            Map<String, List<Kept>> byFeed = next.stream().collect(Collectors.groupingBy(Kept::feed));
            for (Map.Entry<String, List<Kept>> feed : byFeed.entrySet()) {
                processor.release(
                        feed.getKey(), feed.getValue().stream().map(Kept::raw).toList(), order.actId());
            }
        }
        return resending.carryOut(order);
    }

    @Override
    public Decision decide(ReleaseQuarantine order, Map<String, Long> resent) {
        Map<String, Long> figures = new HashMap<>(shelf.judgedBy(order.actId()));
        resent.forEach((name, count) -> figures.merge(name, count, Long::sum));
        if (figures.get("looked") == 0) {
            return Decision.refused(FeedRefusal.QUARANTINE_EMPTY, "Nothing in quarantine is meant");
        }
        long cut = figures.get("cut");
        long again = esiRefusals.letGoBy(order.actId());
        return Decision.done(
                (figures.get("released") - again) + " of " + (figures.get("looked") - again) + " passed"
                        + (again == 0 ? "" : "; " + again + " are asked of ESI again when their days are compared")
                        + (cut == 0 ? "" : "; " + cut + " were not kept as they came and cannot be judged again"),
                figures);
    }
}
