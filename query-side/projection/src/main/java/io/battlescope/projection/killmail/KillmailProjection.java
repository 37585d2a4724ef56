package io.battlescope.projection.killmail;

import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.projection.processor.Projection;
import io.battlescope.projection.sql.ProgressStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Keeps table {@code killmail}. */
@Component
public class KillmailProjection implements Projection {

    public static final String NAME = "killmails";

    private final KillmailStore store;
    private final ProgressStore progress;

    KillmailProjection(KillmailStore store, ProgressStore progress) {
        this.store = store;
        this.progress = progress;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(List<? extends EventMessage<?>> batch) {
        List<EnrichedKillmail> killmails =
                batch.stream().map(KillmailProjection::killmail).toList();
        Map<Long, HeldKillmail> known = store.held(killmails);
        Collection<KillmailFold.Row> rows = KillmailFold.fold(killmails, known);
        store.write(rows);
        progress.add(
                NAME,
                new ProgressStore.Step(
                        batch.size(),
                        rows.size() - known.size(),
                        latest(killmails, EnrichedKillmail::occurredAt),
                        latest(killmails, killmail -> killmail.provenance().receivedAt())));
    }

    private static Instant latest(Collection<EnrichedKillmail> killmails, Function<EnrichedKillmail, Instant> time) {
        return killmails.stream().map(time).max(Comparator.naturalOrder()).orElse(null);
    }

    @Override
    public List<String> tables() {
        return List.of("killmail");
    }

    @Override
    public void clear() {
        store.clear();
        progress.clear(NAME);
    }

    @Override
    public int systemOf(EventMessage<?> event) {
        return killmail(event).systemId();
    }

    @Override
    public String sequenceOf(EventMessage<?> event) {
        return Long.toString(killmail(event).killmailId());
    }

    @Override
    public int linesOf(EventMessage<?> event) {
        return 1 + killmail(event).attackers().size();
    }

    private static EnrichedKillmail killmail(EventMessage<?> event) {
        return (EnrichedKillmail) event.getPayload();
    }
}
