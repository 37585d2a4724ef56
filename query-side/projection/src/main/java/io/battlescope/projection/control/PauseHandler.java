package io.battlescope.projection.control;

import io.battlescope.api.processor.ProcessorAct.Pause;
import io.battlescope.api.processor.ProcessorOrder;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Done once no instance holds a segment any more. */
@Component
class PauseHandler implements ActHandler<Pause> {

    private final ProcessorControl control;

    PauseHandler(ProcessorControl control) {
        this.control = control;
    }

    @Override
    public Class<Pause> kind() {
        return Pause.class;
    }

    @Override
    public boolean needsStandstill(ProcessorOrder order, Pause act) {
        return !order.dryRun();
    }

    @Override
    public ActStep step(ProcessorOrder order, Pause act) {
        if (!order.dryRun()) {
            control.pause(order.processor(), true);
        }
        return ActStep.done("Processor " + order.processor() + " is paused on all instances", Map.of());
    }
}
