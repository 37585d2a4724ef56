package io.battlescope.projection.control;

import io.battlescope.api.processor.ProcessorAct.Resume;
import io.battlescope.api.processor.ProcessorOrder;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class ResumeHandler implements ActHandler<Resume> {

    private final ProcessorControl control;

    ResumeHandler(ProcessorControl control) {
        this.control = control;
    }

    @Override
    public Class<Resume> kind() {
        return Resume.class;
    }

    @Override
    public ActStep step(ProcessorOrder order, Resume act) {
        if (!order.dryRun()) {
            control.pause(order.processor(), false);
        }
        return ActStep.done("Processor " + order.processor() + " runs on", Map.of());
    }
}
