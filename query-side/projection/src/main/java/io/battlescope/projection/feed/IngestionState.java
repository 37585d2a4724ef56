package io.battlescope.projection.feed;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.CompletenessDay;
import io.battlescope.api.feed.FeedFact;
import io.battlescope.api.feed.FeedGap;
import io.battlescope.api.feed.RulesetVersion;
import io.battlescope.projection.processor.Projection;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Keeps what ingestion last told of each thing. */
@Component
class IngestionState implements Projection {

    private final FeedFactStore store;

    IngestionState(FeedFactStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "ingestion-state";
    }

    @Override
    public void apply(List<? extends EventMessage<?>> batch) {
        TreeMap<String, FeedFact> latest = new TreeMap<>();
        batch.stream()
                .map(event -> (FeedFact) event.getPayload())
                .forEach(fact -> latest.merge(fact.key(), fact, IngestionState::later));
        store.writeBackfills(of(BackfillJob.class, latest.values()));
        store.writeDays(of(CompletenessDay.class, latest.values()));
        store.writeGaps(of(FeedGap.class, latest.values()));
        store.writeRulesets(of(RulesetVersion.class, latest.values()));
    }

    private static FeedFact later(FeedFact one, FeedFact other) {
        return other.version() > one.version() ? other : one;
    }

    private static <F extends FeedFact> List<F> of(Class<F> kind, Collection<FeedFact> facts) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public List<String> tables() {
        return List.of("backfill_job", "completeness_day", "feed_gap", "ruleset_version");
    }

    @Override
    public void clear() {
        store.clear();
    }

    /** Versions give the order, and facts are too few to be shared out. */
    @Override
    public int systemOf(EventMessage<?> event) {
        return 0;
    }

    @Override
    public String sequenceOf(EventMessage<?> event) {
        return ((FeedFact) event.getPayload()).key().replace('/', ':');
    }

    @Override
    public boolean needsBeginning() {
        return false;
    }

    @Override
    public int linesOf(EventMessage<?> event) {
        return 1;
    }
}
