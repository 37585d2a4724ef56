package io.battlescope.ingestion.pump;

import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.RawKillmail;
import io.battlescope.ingestion.store.KillmailReferences;
import io.battlescope.ingestion.store.Ledger;
import io.battlescope.ingestion.store.Reference;
import io.battlescope.ingestion.store.SetAside;
import io.battlescope.ingestion.store.Settled;
import io.battlescope.ingestion.validation.KillmailValidator;
import io.battlescope.ingestion.validation.RejectionCode;
import io.battlescope.ingestion.validation.Validation.Accepted;
import io.battlescope.ingestion.validation.Validation.Rejected;
import io.battlescope.kit.deadletter.DeadLetters;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Deals with one batch from beginning to end. A crash at any point repeats the batch at the next start: killmails may then be
 * published a second time, which readers of the topic know by the killmail's id, and nothing is counted twice.
 */
@Component
class BatchProcessor implements Intake {

    /** Two feeds can bring the same killmail at the same moment: the second then finds it known. */
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    private final KillmailValidator validator;
    private final KillmailReferences references;
    private final KillmailPublisher publisher;
    private final ParallelDeadLetters deadLetters;
    private final Ledger ledger;
    private final Persistence persistence;
    private final PumpMonitor monitor;
    private final Clock clock;

    BatchProcessor(
            KillmailValidator validator,
            KillmailReferences references,
            KillmailPublisher publisher,
            DeadLetters deadLetters,
            Ledger ledger,
            Persistence persistence,
            PumpMonitor monitor,
            Clock clock) {
        this.validator = validator;
        this.references = references;
        this.publisher = publisher;
        this.deadLetters = new ParallelDeadLetters(deadLetters, Topic.KILLMAIL_INGESTED_DLT);
        this.ledger = ledger;
        this.persistence = persistence;
        this.monitor = monitor;
        this.clock = clock;
    }

    void process(String source, Batch batch) throws InterruptedException {
        take(source, batch, List.of());
    }

    @Override
    public boolean isLiveBehind() {
        return monitor.isBehind();
    }

    @Override
    public void take(String source, Batch batch, List<SetAside> known) throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            deal(source, batch, new ArrayList<>(known));
        } finally {
            oneAtATime.unlock();
        }
    }

    private void deal(String source, Batch batch, List<SetAside> aside) throws InterruptedException {
        List<Outgoing> valid = judge(source, batch, aside);
        Selection news = select(valid);
        Shipment shipment = publish(news.toSend());
        shipment.refused().forEach(refused -> aside.add(tooLarge(refused)));
        sendDeadLetters(batch.feed(), aside);
        book(batch, news.duplicates(), shipment, aside);
    }

    private List<Outgoing> judge(String source, Batch batch, List<SetAside> aside) {
        Instant receivedAt = clock.instant();
        List<Outgoing> valid = new ArrayList<>(batch.payloads().size());
        for (RawKillmail raw : batch.payloads()) {
            switch (validator.validate(raw.payload(), raw.size())) {
                case Accepted accepted -> valid.add(Outgoing.first(raw, accepted, source, receivedAt));
                case Rejected rejected -> aside.add(SetAside.of(raw, rejected));
            }
        }
        return valid;
    }

    private Selection select(List<Outgoing> valid) throws InterruptedException {
        Set<Long> ids =
                valid.stream().map(killmail -> killmail.killmail().killmailId()).collect(Collectors.toSet());
        Selection news = new Selection(persistence.untilDone(Persistence.DATABASE, () -> references.told(ids)));
        valid.forEach(news::add);
        return news;
    }

    private Shipment publish(List<Outgoing> killmails) throws InterruptedException {
        Shipment shipment = new Shipment(killmails);
        return persistence.untilDone(Persistence.BROKER, () -> {
            publisher.publish(shipment);
            return shipment;
        });
    }

    private void sendDeadLetters(String feed, List<SetAside> aside) throws InterruptedException {
        List<DeadLetter> unsent = new ArrayList<>();
        aside.forEach(one -> unsent.add(letter(feed, one)));
        persistence.untilDone(Persistence.BROKER, () -> deadLetters.send(unsent));
    }

    private void book(Batch batch, long duplicates, Shipment shipment, List<SetAside> aside)
            throws InterruptedException {
        Map<Boolean, List<Reference>> sent = shipment.acknowledged().stream()
                .collect(Collectors.partitioningBy(
                        Outgoing::isRevaluation, Collectors.mapping(Outgoing::reference, Collectors.toList())));
        Optional<Settled> settled = persistence.untilDone(
                Persistence.DATABASE, () -> ledger.book(batch, sent.get(false), sent.get(true), duplicates, aside));
        if (settled.isPresent()) {
            monitor.settled(batch, settled.get());
        } else {
            // the answer to the commit was lost on the way, so what it counted is read back
            monitor.startFrom(persistence.untilDone(Persistence.DATABASE, ledger::totals));
            monitor.done(batch);
        }
    }

    private DeadLetter letter(String feed, SetAside aside) {
        return new DeadLetter(
                "ingestion",
                feed,
                Long.toString(aside.number()),
                aside.killmailId(),
                aside.code().name(),
                aside.detail(),
                aside.payload(),
                clock.instant());
    }

    private static SetAside tooLarge(Outgoing refused) {
        return SetAside.of(
                refused.raw(),
                new Rejected(
                        RejectionCode.TOO_LARGE,
                        refused.raw().size() + " bytes are more than the broker takes",
                        refused.killmail().killmailId()));
    }
}
