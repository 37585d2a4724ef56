package io.battlescope.projection.control;

import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorRefusal;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Takes orders in. One that is refused is written down like one that is accepted, so that it is told as well. */
@Component
class ActDesk {

    private final ActTable table;
    private final ActHandlers handlers;
    private final ActRunner runner;

    ActDesk(ActTable table, ActHandlers handlers, ActRunner runner) {
        this.table = table;
        this.handlers = handlers;
        this.runner = runner;
    }

    void accept(ProcessorOrder order) {
        boolean beside = handlers.of(order).map(ActHandlers.Task::goesOnBeside).orElse(order.dryRun());
        Duration left = order.timeLeft(Instant.now(), beside && !order.dryRun());
        if (left.isNegative()) {
            table.refuse(
                    order,
                    ProcessorRefusal.TIME_LIMIT,
                    "It was asked for at " + order.requestedAt() + ", and heard of too late");
        } else if (!table.accept(order, beside, left)) {
            // known already, and then this changes nothing; or another act is at work
            table.refuse(order, ProcessorRefusal.PROCESSOR_BUSY, busy(order));
        }
        runner.wake();
    }

    private String busy(ProcessorOrder order) {
        return table.runningAlone(order.processor())
                .map(actId -> "Act " + actId + " on processor " + order.processor() + " has not ended yet")
                .orElse("Another act on processor " + order.processor() + " ended just now; ask again");
    }
}
