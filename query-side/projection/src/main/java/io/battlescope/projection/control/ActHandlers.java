package io.battlescope.projection.control;

import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who carries out which kind of act. */
@Component
class ActHandlers {

    private final Map<Class<? extends ProcessorAct>, ActHandler<?>> byKind;

    ActHandlers(List<ActHandler<?>> handlers) {
        byKind = handlers.stream().collect(Collectors.toUnmodifiableMap(ActHandler::kind, Function.identity()));
    }

    Optional<Task<?>> of(ProcessorOrder order) {
        return Optional.ofNullable(byKind.get(order.act().getClass())).map(handler -> task(handler, order));
    }

    private static <A extends ProcessorAct> Task<A> task(ActHandler<A> handler, ProcessorOrder order) {
        return new Task<>(handler, order, handler.kind().cast(order.act()));
    }

    /** An order and whoever carries it out. */
    record Task<A extends ProcessorAct>(ActHandler<A> handler, ProcessorOrder order, A act) {

        boolean needsStandstill() {
            return handler.needsStandstill(order, act);
        }

        boolean needsProcessor() {
            return handler.needsProcessor(order);
        }

        /** Whether other acts on the processor go on beside it; a dry run is in nobody's way. */
        boolean goesOnBeside() {
            return handler.isLong() || order.dryRun();
        }

        ActStep step() {
            return handler.step(order, act);
        }
    }
}
