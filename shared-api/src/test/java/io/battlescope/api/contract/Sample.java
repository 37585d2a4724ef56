package io.battlescope.api.contract;

import io.battlescope.api.access.ApiKeyChanged;
import io.battlescope.api.admin.AdminOrder;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.BattleOrder;
import io.battlescope.api.entity.EntityUpdated;
import io.battlescope.api.feed.FeedFact;
import io.battlescope.api.feed.FeedOrder;
import io.battlescope.api.killmail.EnrichedKillmail;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;

/**
 * A message, the golden file that shows its JSON, and the type that readers read it as.
 *
 * @param file below {@code contracts}
 */
record Sample(String file, Class<?> readAs, Object message) {

    static List<Sample> all() {
        return Stream.of(kept(), orders(), outcomes(), feeds(), processors(), keys(), entities())
                .flatMap(samples -> samples)
                .toList();
    }

    /** Messages that live for ever are read again as the class that was written. */
    private static Stream<Sample> kept() {
        Stream<Sample> kept = Stream.concat(Stream.of(Samples.ENRICHED), Samples.EVENTS.stream())
                .map(message -> new Sample(keptFile(message.getClass()), message.getClass(), message));
        return Stream.concat(
                kept, Stream.of(new Sample("EnrichedKillmail/1.dated.json", EnrichedKillmail.class, Samples.DATED)));
    }

    private static String keptFile(Class<?> type) {
        return type.getSimpleName() + "/"
                + type.getDeclaredAnnotation(Revision.class).value() + ".json";
    }

    private static Stream<Sample> orders() {
        Stream<Sample> overlays = OrderSamples.ACTS.entrySet().stream()
                .map(act -> order("overlay." + act.getKey(), OrderSamples.order(act.getValue())));
        return Stream.concat(
                overlays,
                Stream.of(
                        order("recluster.system", OrderSamples.OF_ONE_SYSTEM),
                        order("recluster.everything", OrderSamples.OF_EVERYTHING)));
    }

    private static Sample order(String name, BattleOrder order) {
        return new Sample("BattleOrder/1." + name + ".json", BattleOrder.class, order);
    }

    private static Stream<Sample> outcomes() {
        return Stream.of(
                new Sample("ActOutcome/1.done.json", ActOutcome.class, OrderSamples.DONE),
                new Sample("ActOutcome/1.refused.json", ActOutcome.class, OrderSamples.REFUSED),
                new Sample("ActOutcome/1.role.json", ActOutcome.class, OrderSamples.WITH_ROLE));
    }

    private static Stream<Sample> feeds() {
        return Stream.concat(
                FeedSamples.ORDERS.entrySet().stream()
                        .map(order -> new Sample(
                                "FeedOrder/1." + order.getKey() + ".json", FeedOrder.class, order.getValue())),
                FeedSamples.FACTS.entrySet().stream()
                        .map(fact ->
                                new Sample("FeedFact/1." + fact.getKey() + ".json", FeedFact.class, fact.getValue())));
    }

    private static Stream<Sample> processors() {
        return ProcessorSamples.ACTS.entrySet().stream()
                .map(act -> new Sample(
                        "ProcessorOrder/1." + act.getKey() + ".json",
                        AdminOrder.class,
                        ProcessorSamples.order(act.getValue())));
    }

    private static Stream<Sample> keys() {
        return Stream.of(
                new Sample("ApiKeyChanged/1.good.json", ApiKeyChanged.class, ProcessorSamples.GOOD),
                new Sample("ApiKeyChanged/1.revoked.json", ApiKeyChanged.class, ProcessorSamples.REVOKED));
    }

    private static Stream<Sample> entities() {
        return Stream.of(
                new Sample("EntityUpdated/1.named.json", EntityUpdated.class, Samples.NAMED),
                new Sample("EntityUpdated/1.ticker.json", EntityUpdated.class, Samples.WITH_TICKER));
    }

    @Override
    public String toString() {
        return file;
    }
}
