package io.battlescope.projection.control;

import io.battlescope.api.processor.ProcessorOrder;

/**
 * An act that has not ended.
 *
 * @param isOverdue whether its time limit has passed
 */
record OpenAct(ProcessorOrder order, boolean beside, boolean isOverdue) {

    /** Whether it has no time limit; other acts go on beside a dry run too, but that is soon over. */
    boolean isLong() {
        return beside && !order.dryRun();
    }
}
