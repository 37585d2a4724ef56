package io.battlescope.gateway.deadletter;

import io.battlescope.api.processor.ProcessorOrder;
import java.util.Set;

/** Who sets letters aside on the way, and what of that is whose to try again. */
final class Stages {

    /** Judges its letters once more when it is asked to. */
    static final String INGESTION = "ingestion";

    /** Ingestion hands it its killmails again. */
    static final String ENRICHMENT = "enrichment";

    private static final Set<String> ALL =
            Set.of(INGESTION, ENRICHMENT, ProcessorOrder.COMMAND_SIDE, ProcessorOrder.PROJECTION);

    private Stages() {}

    static boolean include(String name) {
        return ALL.contains(name);
    }

    /** Why the letters of other stages cannot be tried again from here, and what can be done instead. */
    static String notFromHere(String stage) {
        return stage.equals(ProcessorOrder.COMMAND_SIDE)
                ? "The command side does not try its letters again: part of a record can be cut off. Mend what is wrong, have it read"
                        + " again from before the letters by moving its consumer group back, and evict them."
                : "Stage " + stage + " does not try its letters again. Evict those that are dealt with.";
    }
}
