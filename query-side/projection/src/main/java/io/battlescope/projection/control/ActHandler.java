package io.battlescope.projection.control;

import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorOrder;

/** Carries out one kind of act; a bean of this type is found by the kind it names. */
public interface ActHandler<A extends ProcessorAct> {

    Class<A> kind();

    /** Whether the living version has to stand still on all instances, with all its segments let go, while a step is made. */
    default boolean needsStandstill(ProcessorOrder order, A act) {
        return false;
    }

    /** Whether it is about a processor of this service; what is not is carried out whatever name it gives. */
    default boolean needsProcessor(ProcessorOrder order) {
        return true;
    }

    /** Whether it takes so long that other acts on the processor go on beside it. */
    default boolean isLong() {
        return false;
    }

    /**
     * Makes a step, in a transaction that also writes down what it came to; no other instance makes one at the same time. After a death
     * the same step is made again, so whatever it does outside of the transaction has to bear that.
     */
    ActStep step(ProcessorOrder order, A act);
}
