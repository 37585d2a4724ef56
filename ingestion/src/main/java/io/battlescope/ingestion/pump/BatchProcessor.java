package io.battlescope.ingestion.pump;

import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.api.universe.Universe;
import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.RawKillmail;
import io.battlescope.ingestion.rulebook.Rulebook;
import io.battlescope.ingestion.store.Booking;
import io.battlescope.ingestion.store.KillmailReferences;
import io.battlescope.ingestion.store.Ledger;
import io.battlescope.ingestion.store.Passed;
import io.battlescope.ingestion.store.Quarantine;
import io.battlescope.ingestion.store.Quarantined;
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
public class BatchProcessor implements Intake {

    private static final String CAME_RIGHT = "The same number, or the same killmail, came again and passed";

    /** Two feeds can bring the same killmail at the same moment: the second then finds it known. */
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    private final KillmailValidator validator;
    private final KillmailReferences references;
    private final Quarantine quarantine;
    private final Rulebook rulebook;
    private final Universe universe;
    private final KillmailPublisher publisher;
    private final ParallelDeadLetters deadLetters;
    private final Ledger ledger;
    private final Persistence persistence;
    private final PumpMonitor monitor;
    private final Clock clock;

    BatchProcessor(
            KillmailValidator validator,
            KillmailReferences references,
            Quarantine quarantine,
            Rulebook rulebook,
            Universe universe,
            KillmailPublisher publisher,
            DeadLetters deadLetters,
            Ledger ledger,
            Persistence persistence,
            PumpMonitor monitor,
            Clock clock) {
        this.validator = validator;
        this.references = references;
        this.quarantine = quarantine;
        this.rulebook = rulebook;
        this.universe = universe;
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
            book(batch, deal(batch.feed(), source, batch.payloads(), known, CAME_RIGHT));
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Deals with payloads that were set aside, as if they came now. Their letters say what became of them.
     *
     * @param feed the identity of the feed they came from
     */
    public void release(String feed, List<RawKillmail> payloads, String actId) throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            releaseAlone(feed, payloads, actId);
        } finally {
            oneAtATime.unlock();
        }
    }

    private void releaseAlone(String feed, List<RawKillmail> payloads, String actId) throws InterruptedException {
        Booking booking =
                deal(feed, sourceOf(feed), payloads, List.of(), "It passed when act " + actId + " had it judged again");
        ledger.release(feed, payloads.stream().map(RawKillmail::number).toList(), booking, actId);
        monitor.startFrom(ledger.totals());
    }

    /**
     * Everything but the booking.
     *
     * @param released what is said of payloads that leave quarantine
     */
    private Booking deal(String feed, String source, List<RawKillmail> payloads, List<SetAside> known, String released)
            throws InterruptedException {
        List<SetAside> aside = new ArrayList<>(known);
        List<Outgoing> valid = judge(source, payloads, aside);
        Selection news = select(valid, screen());
        Shipment shipment = publish(news.toSend());
        shipment.refused().forEach(refused -> aside.add(tooLarge(refused)));
        List<Quarantined> cameRight = cameRight(feed, valid, shipment, aside);
        sendDeadLetters(aside.stream()
                .map(one -> Letters.of(feed, one, clock.instant()))
                .toList());
        sendDeadLetters(cameRight.stream()
                .map(one -> Letters.released(one, released, clock.instant()))
                .toList());
        return booking(news, shipment, aside, cameRight);
    }

    /** A delivery that is broken still stays, and so does one that broke after the same killmail had come right. */
    private List<Quarantined> cameRight(String feed, List<Outgoing> valid, Shipment shipment, List<SetAside> aside)
            throws InterruptedException {
        List<Passed> passed = valid.stream()
                .filter(killmail -> !shipment.refused().contains(killmail))
                .map(killmail ->
                        new Passed(killmail.raw().number(), killmail.killmail().killmailId()))
                .toList();
        CameRight news = new CameRight(feed, passed, aside);
        return news.among(persistence.untilDone(Persistence.DATABASE, () -> quarantine.cameRight(feed, passed)));
    }

    /** A feed's identity begins with the name of its source. */
    private static String sourceOf(String feed) {
        int end = feed.indexOf(':');
        return end < 0 ? feed : feed.substring(0, end);
    }

    private List<Outgoing> judge(String source, List<RawKillmail> payloads, List<SetAside> aside) {
        Instant receivedAt = clock.instant();
        List<Outgoing> valid = new ArrayList<>(payloads.size());
        for (RawKillmail raw : payloads) {
            switch (validator.validate(raw.payload(), raw.size())) {
                case Accepted accepted -> valid.add(Outgoing.first(raw, accepted, source, receivedAt));
                case Rejected rejected -> aside.add(SetAside.of(raw, rejected));
            }
        }
        return valid;
    }

    /** The rules are looked up for each batch, so that new ones hold at once, whichever instance adopted them. */
    private Screen screen() throws InterruptedException {
        return Screen.of(persistence.untilDone(Persistence.DATABASE, rulebook::inForce), universe);
    }

    private Selection select(List<Outgoing> valid, Screen screen) throws InterruptedException {
        Set<Long> ids =
                valid.stream().map(killmail -> killmail.killmail().killmailId()).collect(Collectors.toSet());
        Selection news = new Selection(persistence.untilDone(Persistence.DATABASE, () -> references.told(ids)), screen);
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

    private void sendDeadLetters(List<DeadLetter> letters) throws InterruptedException {
        List<DeadLetter> unsent = new ArrayList<>(letters);
        persistence.untilDone(Persistence.BROKER, () -> deadLetters.send(unsent));
    }

    private void book(Batch batch, Booking booking) throws InterruptedException {
        Optional<Settled> settled = persistence.untilDone(Persistence.DATABASE, () -> ledger.book(batch, booking));
        if (settled.isPresent()) {
            monitor.settled(batch, settled.get());
        } else {
            // the answer to the commit was lost on the way, so what it counted is read back
            monitor.startFrom(persistence.untilDone(Persistence.DATABASE, ledger::totals));
            monitor.done(batch);
        }
    }

    private static Booking booking(
            Selection news, Shipment shipment, List<SetAside> aside, List<Quarantined> cameRight) {
        Map<Boolean, List<Reference>> sent = shipment.acknowledged().stream()
                .collect(Collectors.partitioningBy(
                        Outgoing::isRevaluation, Collectors.mapping(Outgoing::reference, Collectors.toList())));
        return new Booking(
                sent.get(false), sent.get(true), news.refused(), news.duplicates(), aside, cameRight, news.screened());
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
