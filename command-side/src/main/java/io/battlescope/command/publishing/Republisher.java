package io.battlescope.command.publishing;

import io.battlescope.api.processor.ProcessorRefusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Publishes a range again, with a producer of its own, so that what is new does not wait for it. A piece is acknowledged before the
 * position moves, and its records go out in their order, so that a death costs the readers some records twice and never one.
 */
final class Republisher {

    /** How long it goes on before other acts have their turn. */
    private static final Duration BUDGET = Duration.ofSeconds(1);
    /** Longer than the producer's own delivery time-out, which is what really ends a send. */
    private static final long ACK_SECONDS = 40;
    /** How much of the pace is that of the last piece. */
    private static final double FRESH = 0.2;

    private final Targets targets;
    private final ActStore acts;
    private final TopicWatch topics;
    private final Lineup lineup;
    private final KafkaTemplate<String, byte[]> kafka;

    Republisher(Targets targets, ActStore acts, TopicWatch topics, Lineup lineup, KafkaTemplate<String, byte[]> kafka) {
        this.targets = targets;
        this.acts = acts;
        this.topics = topics;
        this.lineup = lineup;
        this.kafka = kafka;
    }

    /** Goes on for a while. */
    ActStep step(Act begun, String worker) {
        if (!lineup.hasLooked()) {
            return new ActStep.Waiting("Which topics there are is not known yet");
        }
        Archive archive = targets.archive(begun.order().processor());
        if (!begun.topicId().equals(topics.idOf(archive.topic()))) {
            return new ActStep.Refused(
                    ProcessorRefusal.FAILED, archive.topic().topicName() + " was made anew meanwhile; ask again");
        }
        String behind = lineup.behind(archive.processor());
        if (!behind.isEmpty()) {
            return new ActStep.Refused(
                    ProcessorRefusal.FAILED,
                    behind + "; the topic has to be made anew first: readers know it as it is");
        }
        if (begun.published() == 0) {
            if (isForNewTopic(begun)) {
                if (Standstill.isHeldBySomebody(targets.publisher(begun.order().processor()), begun.now())) {
                    return new ActStep.Waiting("The publisher is still at work on some instance");
                }
                // what was sent before anybody noticed would lie before the beginning; all of it comes again
                topics.empty(archive.topic());
            }
            // a producer that remembers its numbers of the topic before is refused
            kafka.getProducerFactory().reset();
        }
        return publish(begun, archive, worker);
    }

    private boolean isForNewTopic(Act act) {
        Publisher publisher = targets.publisher(act.order().processor());
        return act.isWhole() && publisher != null && lineup.isHeld(publisher);
    }

    private ActStep publish(Act begun, Archive archive, String worker) {
        long end = System.nanoTime() + BUDGET.toNanos();
        Act act = begun;
        while (!act.span().isEmpty() && System.nanoTime() < end) {
            act = piece(act, archive);
            if (!acts.advance(act, worker)) {
                return new ActStep.Waiting("Another instance has gone on with it");
            }
        }
        return act.span().isEmpty()
                ? new ActStep.Done(act, act.published() + " were published again", Map.of(), after(act))
                : new ActStep.Moved(act);
    }

    private static Map<String, String> after(Act act) {
        return Map.of("publishedUpTo", Long.toString(act.last()));
    }

    private Act piece(Act act, Archive archive) {
        long start = System.nanoTime();
        List<Future<?>> acknowledgements = new ArrayList<>();
        Archive.Slice slice = archive.next(act.span(), message -> acknowledgements.add(send(message)));
        kafka.flush();
        acknowledgements.forEach(Republisher::await);
        double pace = slice.sent() / ((System.nanoTime() - start) / 1e9);
        return act.advanced(slice, act.perSecond() == 0 ? pace : act.perSecond() * (1 - FRESH) + pace * FRESH);
    }

    private Future<?> send(ProducerRecord<String, byte[]> message) {
        return kafka.send(message);
    }

    private static void await(Future<?> acknowledgement) {
        try {
            acknowledgement.get(ACK_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The broker did not take what is published again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while something was published again", e);
        }
    }
}
