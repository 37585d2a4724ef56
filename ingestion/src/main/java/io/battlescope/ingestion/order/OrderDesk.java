package io.battlescope.ingestion.order;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.feed.FeedOrder;
import io.battlescope.api.feed.FeedRefusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has each act carried out once, whoever asks how often, and answers with what came of it. */
@Component
class OrderDesk {

    private static final Logger log = LoggerFactory.getLogger(OrderDesk.class);

    private final Map<Class<?>, OrderHandler<?>> handlers;
    private final DecidedActs acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OrderDesk(List<OrderHandler<?>> handlers, DecidedActs acts, PlatformTransactionManager transactions, Clock clock) {
        this.handlers = handlers.stream().collect(Collectors.toMap(OrderHandler::kind, Function.identity()));
        this.acts = acts;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Carries the order out, or says again what came of it.
     *
     * @throws RuntimeException when something is in the way that passes; nothing is decided then
     */
    ActOutcome carryOut(FeedOrder order) throws InterruptedException {
        Optional<ActOutcome> known = acts.find(order.actId());
        if (known.isPresent()) {
            return known.get();
        }
        OrderHandler<?> handler = handlers.get(order.getClass());
        if (handler == null) {
            return decide(order, () -> failed("This ingestion does not carry out " + order.what()));
        }
        try {
            return carryOut(handler, order);
        } catch (RuntimeException e) {
            if (Trouble.passes(e)) {
                throw e;
            }
            log.error("Order {} ({}) failed", order.actId(), order.what(), e);
            return decide(order, () -> failed(e.toString()));
        }
    }

    private <O extends FeedOrder> ActOutcome carryOut(OrderHandler<O> handler, FeedOrder order)
            throws InterruptedException {
        O own = handler.kind().cast(order);
        Map<String, Long> prepared = handler.prepare(own);
        return decide(order, () -> handler.decide(own, prepared));
    }

    private ActOutcome decide(FeedOrder order, Supplier<Decision> handler) {
        return transaction.execute(status -> {
            Instant now = clock.instant();
            if (!acts.claim(order.actId(), now)) {
                return acts.find(order.actId()).orElseThrow();
            }
            ActOutcome outcome = outcome(order, handler.get(), now);
            acts.remember(outcome);
            return outcome;
        });
    }

    private static Decision failed(String detail) {
        return Decision.refused(FeedRefusal.FAILED, detail);
    }

    private static ActOutcome outcome(FeedOrder order, Decision decision, Instant now) {
        boolean done = decision.refusal() == null;
        return new ActOutcome(
                order.actId(),
                0,
                1,
                order.what(),
                order.target(),
                order.actor(),
                order.reason(),
                order.requestedAt(),
                now,
                done ? ActStatus.DONE : ActStatus.REFUSED,
                done ? null : decision.refusal().name(),
                decision.detail(),
                decision.figures(),
                Map.of(),
                Map.of(),
                order.role());
    }
}
