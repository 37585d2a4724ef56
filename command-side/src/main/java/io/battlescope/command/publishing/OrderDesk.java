package io.battlescope.command.publishing;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorRefusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides what is to become of an order, and writes that down in one transaction; the worker does the rest. */
class OrderDesk {

    static final String PAUSED = "paused";
    static final String RUNNING = "running";

    /** What an archive is taken to give in a second before it was ever measured. */
    private static final double ASSUMED_PACE = 1_000;

    private final Targets targets;
    private final ActStore acts;
    private final PublisherControl control;
    private final TopicWatch topics;
    private final Lineup lineup;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OrderDesk(
            Targets targets,
            ActStore acts,
            PublisherControl control,
            TopicWatch topics,
            Lineup lineup,
            TransactionTemplate transaction,
            Clock clock) {
        this.targets = targets;
        this.acts = acts;
        this.control = control;
        this.topics = topics;
        this.lineup = lineup;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An act that is known is answered as it was before; one that is under way goes on. */
    void accept(ProcessorOrder order) {
        transaction.executeWithoutResult(status -> {
            if (!acts.isKnown(order.actId())) {
                decide(order);
            }
        });
    }

    private void decide(ProcessorOrder order) {
        if (!targets.isKnown(order.processor())) {
            refuse(order, ProcessorRefusal.PROCESSOR_UNKNOWN, "The command side has no processor " + order.processor());
            return;
        }
        boolean isLong = order.act() instanceof ProcessorAct.Republish && !order.dryRun();
        if (order.timeLeft(clock.instant(), isLong).isNegative()) {
            refuse(
                    order,
                    ProcessorRefusal.TIME_LIMIT,
                    "It was asked for at " + order.requestedAt() + ", and heard of too late");
            return;
        }
        switch (order.act()) {
            case ProcessorAct.Pause ignored -> change(order, true);
            case ProcessorAct.Resume ignored -> change(order, false);
            case ProcessorAct.Republish range -> republish(order, range);
            case ProcessorAct.Reset ignored -> refuseReset(order);
            case ProcessorAct.Rebuild ignored -> refuseReset(order);
            default -> notSupported(order);
        }
    }

    private void refuseReset(ProcessorOrder order) {
        refuse(
                order,
                ProcessorRefusal.PROCESSOR_NOT_RESETTABLE,
                "What has been published cannot be taken back; events.republish publishes it again");
    }

    private void notSupported(ProcessorOrder order) {
        refuse(order, ProcessorRefusal.NOT_SUPPORTED, order.act().what() + " does not exist for " + order.processor());
    }

    private void change(ProcessorOrder order, boolean pause) {
        if (targets.publisher(order.processor()) == null) {
            notSupported(order);
            return;
        }
        String before = control.of(order.processor()).paused() ? PAUSED : RUNNING;
        if (order.dryRun()) {
            decided(order, "It is " + before, Map.of());
        } else if (acts.begin(Act.begun(order, before))) {
            control.pause(order.processor(), pause);
        } else {
            refuseBusy(order);
        }
    }

    private void republish(ProcessorOrder order, ProcessorAct.Republish range) {
        Archive archive = targets.archive(order.processor());
        if (archive == null) {
            notSupported(order);
        } else if (isOutsideLog(range)) {
            refuse(
                    order,
                    ProcessorRefusal.INSTANT_OUTSIDE_LOG,
                    "A range begins before it ends, and neither lies in the future");
        } else if (order.dryRun()) {
            long total = archive.extent(range.from(), range.to()).total();
            double pace = acts.lastPace(order.processor()).orElse(ASSUMED_PACE);
            decided(order, "At " + Math.round(pace) + " a second", Map.of("events", total, "estimatedSeconds", (long)
                    Math.ceil(total / pace)));
        } else {
            begin(order, archive, archive.extent(range.from(), range.to()));
        }
    }

    /** The end is fixed here: what comes later is published anyway. */
    private void begin(ProcessorOrder order, Archive archive, Archive.Extent extent) {
        String topicId = topics.idOf(archive.topic());
        if (topicId == null) {
            refuse(order, ProcessorRefusal.FAILED, archive.topic().topicName() + " does not exist");
        } else if (!acts.begin(Act.begun(order, extent, topicId, lineup.loss(order.processor())))) {
            refuseBusy(order);
        }
    }

    private boolean isOutsideLog(ProcessorAct.Republish range) {
        Instant now = clock.instant();
        return range.from() != null && range.from().isAfter(now)
                || range.to() != null && range.to().isAfter(now)
                || range.from() != null && range.to() != null && range.from().isAfter(range.to());
    }

    private void refuseBusy(ProcessorOrder order) {
        refuse(order, ProcessorRefusal.PROCESSOR_BUSY, "Another act on " + order.processor() + " has not ended yet");
    }

    private void refuse(ProcessorOrder order, ProcessorRefusal code, String detail) {
        acts.decided(order, Outcomes.refused(order, code, detail));
    }

    private void decided(ProcessorOrder order, String detail, Map<String, Long> figures) {
        ActOutcome outcome = Outcomes.done(order, detail, figures, Map.of(), Map.of());
        acts.decided(order, outcome);
    }
}
