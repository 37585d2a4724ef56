package io.battlescope.projection.control;

import io.battlescope.api.processor.ProcessorAct.Reset;
import io.battlescope.api.processor.ProcessorAct.ResetTo;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorRefusal;
import io.battlescope.kit.topic.TopicNames;
import io.battlescope.projection.parked.ParkingLot;
import io.battlescope.projection.processor.Projection;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.processor.ProjectionProcessors;
import io.battlescope.projection.stream.StartTokens;
import io.battlescope.projection.stream.TopicLog;
import io.battlescope.projection.token.StoredToken;
import io.battlescope.projection.token.TokenTable;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.VersionTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.springframework.stereotype.Component;

/** Writes the tokens itself, and empties what the processor keeps, in the one transaction. */
@Component
class ResetHandler implements ActHandler<Reset> {

    private final ProjectionProcessors processors;
    private final ProcessorControl control;
    private final TokenTable tokens;
    private final TopicLog log;
    private final TopicNames topics;
    private final ReplayPace pace;
    private final ParkingLot parkingLot;
    private final VersionTables tables;

    ResetHandler(
            ProjectionProcessors processors,
            ProcessorControl control,
            TokenTable tokens,
            TopicLog log,
            TopicNames topics,
            ReplayPace pace,
            ParkingLot parkingLot,
            VersionTables tables) {
        this.processors = processors;
        this.control = control;
        this.tokens = tokens;
        this.log = log;
        this.topics = topics;
        this.pace = pace;
        this.parkingLot = parkingLot;
        this.tables = tables;
    }

    @Override
    public Class<Reset> kind() {
        return Reset.class;
    }

    @Override
    public boolean needsStandstill(ProcessorOrder order, Reset act) {
        return !order.dryRun();
    }

    @Override
    public ActStep step(ProcessorOrder order, Reset reset) {
        ProjectionVersion version = control.living(order.processor());
        Optional<ProjectionFeed> feed = processors.feedOf(version);
        if (feed.isEmpty()) {
            return new ActStep.Waiting("an instance whose code knows version " + version.version() + " has to do it");
        }
        Projection projection = feed.get().projection();
        if (reset.clear() && !projection.isResettable()) {
            return new ActStep.Refused(
                    ProcessorRefusal.PROCESSOR_NOT_RESETTABLE,
                    "What " + projection.name() + " does cannot be done again");
        }
        if (reset.clear() && reset.to() != ResetTo.START) {
            return new ActStep.Refused(
                    ProcessorRefusal.NOT_SUPPORTED, "Only a reset to the start can begin with nothing");
        }
        List<StoredToken> segments = tokens.of(version.tokenName());
        if (segments.isEmpty()) {
            return new ActStep.Waiting("the processor has never run");
        }
        try {
            String topic = topics.of(feed.get().topic());
            return reset(order, reset, new Subject(version, projection, topic, segments));
        } catch (ResetTargets.Impossible e) {
            return e.refusal();
        }
    }

    private record Subject(
            ProjectionVersion version, Projection projection, String topic, List<StoredToken> segments) {}

    private ActStep reset(ProcessorOrder order, Reset reset, Subject subject) throws ResetTargets.Impossible {
        Map<Integer, Long> handled = isSameTopic(subject) ? TokenTable.positions(subject.segments()) : Map.of();
        Map<Integer, Long> current = new TreeMap<>();
        handled.forEach((partition, offset) -> current.put(partition, offset + 1));
        ResetTargets targets = ResetTargets.of(reset, subject.topic(), log, current);
        long skipped = targets.toSkip(handled);
        boolean maySkip = reset.skip() && subject.projection().canSkip();
        if (skipped > 0 && !maySkip) {
            return new ActStep.Refused(
                    ProcessorRefusal.RESET_WOULD_SKIP,
                    skipped + " events would be passed over that were never handled"
                            + (subject.projection().canSkip() ? "" : ", and what it keeps is wrong without them"));
        }
        if (!order.dryRun()) {
            write(reset, subject, targets, handled);
        }
        return ActStep.done(
                (order.dryRun() ? "Would be reset to " : "Is reset to ") + where(reset, targets),
                figures(subject, targets, handled, skipped));
    }

    /** In a topic that was made anew nothing is handled, whatever the tokens say. */
    private boolean isSameTopic(Subject subject) {
        return control.follows(subject.version(), log.topicId(subject.topic()));
    }

    private void write(Reset reset, Subject subject, ResetTargets targets, Map<Integer, Long> handled) {
        ProjectionVersion version = subject.version();
        TrackingToken start = startToken(reset, subject.topic(), targets);
        boolean sameTopic = isSameTopic(subject);
        for (StoredToken segment : subject.segments()) {
            // offsets of a topic that is gone say nothing of what is replayed in the one that took its place
            TrackingToken next = sameTopic ? ReplayToken.createReplayToken(segment.token(), start) : start;
            tokens.put(version.tokenName(), segment.segment(), next);
        }
        if (targets.toReplay(handled) > 0) {
            control.replay(version, targets.positions(), targets.last());
        } else {
            control.noReplay(version);
        }
        control.follow(version, log.topicId(subject.topic()));
        if (reset.clear()) {
            clear(subject);
        }
    }

    /** Every partition is named, for bounds of tokens take one that is missing for begun. */
    private static TrackingToken startToken(Reset reset, String topic, ResetTargets targets) {
        if (reset.to() == ResetTo.START) {
            return StartTokens.startOf(topic, targets.ends().size());
        }
        Map<TopicPartition, Long> positions = new HashMap<>();
        targets.positions().forEach((partition, offset) -> positions.put(new TopicPartition(topic, partition), offset));
        return KafkaTrackingToken.newInstance(positions);
    }

    private void clear(Subject subject) {
        tables.in(subject.version(), () -> {
            subject.projection().clear();
            parkingLot.of(subject.version().tokenName(), subject.projection()).forget();
            return null;
        });
    }

    private static String where(Reset reset, ResetTargets targets) {
        return switch (reset.to()) {
            case START -> "the start";
            case HEAD -> "the head";
            case INSTANT -> reset.at() + ": " + targets.next();
            case OFFSETS -> "offsets " + targets.next();
        };
    }

    private Map<String, Long> figures(Subject subject, ResetTargets targets, Map<Integer, Long> handled, long skipped) {
        Map<String, Long> figures = new TreeMap<>();
        figures.put("eventsToReplay", targets.toReplay(handled));
        figures.put("eventsToHandle", targets.toHandle());
        figures.put("eventsSkipped", skipped);
        figures.put("estimatedSeconds", pace.secondsFor(subject.version(), targets.toHandle()));
        return figures;
    }
}
