package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.KillmailsRemoved;
import io.battlescope.api.battle.KillmailsRevalued;
import io.battlescope.api.battle.KillmailsRevalued.Revaluation;
import io.battlescope.projection.processor.Projection;
import io.battlescope.projection.sql.ProgressStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Keeps the tables of battles. */
@Component
public class BattleProjection implements Projection {

    public static final String NAME = "battles";

    private final BattleStore store;
    private final ProgressStore progress;

    BattleProjection(BattleStore store, ProgressStore progress) {
        this.store = store;
        this.progress = progress;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(List<? extends EventMessage<?>> batch) {
        List<BattleFact> facts = batch.stream().map(BattleProjection::fact).toList();
        Set<String> battleIds = facts.stream().map(BattleFact::battleId).collect(Collectors.toCollection(TreeSet::new));
        BattleChanges changes = BattleFold.fold(facts, store.load(battleIds));
        store.write(changes);
        progress.add(
                NAME,
                new ProgressStore.Step(
                        changes.handledCount(), changes.openedCount(), changes.occurredAt(), changes.receivedAt()));
    }

    private static BattleFact fact(EventMessage<?> event) {
        long sequence = ((DomainEventMessage<?>) event).getSequenceNumber();
        return new BattleFact(sequence, event.getTimestamp(), (BattleEvent) event.getPayload());
    }

    @Override
    public List<String> tables() {
        return store.tables();
    }

    /** A battle cannot be told with events missing. */
    @Override
    public boolean canSkip() {
        return false;
    }

    @Override
    public void clear() {
        store.clear();
        progress.clear(NAME);
    }

    @Override
    public int systemOf(EventMessage<?> event) {
        return ((BattleEvent) event.getPayload()).systemId();
    }

    @Override
    public String sequenceOf(EventMessage<?> event) {
        return ((BattleEvent) event.getPayload()).battleId();
    }

    /** Battles of one system hand killmails to one another, and go into one another. */
    @Override
    public Set<String> touches(EventMessage<?> event) {
        return Touched.by((BattleEvent) event.getPayload());
    }

    @Override
    public Set<String> heldBy(String sequence) {
        return store.killmailsOf(sequence).stream().map(Touched::killmail).collect(Collectors.toSet());
    }

    @Override
    public Predicate<EventMessage<?>> handledAmong(List<? extends EventMessage<?>> batch) {
        Map<String, Long> last = store.lastSequences(
                batch.stream().map(this::sequenceOf).collect(Collectors.toCollection(TreeSet::new)));
        return event ->
                ((DomainEventMessage<?>) event).getSequenceNumber() <= last.getOrDefault(sequenceOf(event), -1L);
    }

    @Override
    public int linesOf(EventMessage<?> event) {
        return switch ((BattleEvent) event.getPayload()) {
            case KillmailsAttributed attributed -> lines(attributed.killmails().stream());
            case KillmailsRemoved removed -> lines(removed.killmails().stream());
            case KillmailsRevalued revalued ->
                lines(revalued.revaluations().stream().map(Revaluation::killmail));
            default -> 1;
        };
    }

    private static int lines(Stream<BattleKillmail> mails) {
        return mails.mapToInt(mail -> 1 + mail.attackers().size()).sum();
    }
}
