package io.battlescope.gateway.deadletter;

import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.topic.Topic;
import java.util.Set;

/** Who sets letters aside on the way, and what of that is whose to try again. */
final class Stages {

    /** The one that judges its letters once more when it is asked to. */
    static final String INGESTION = "ingestion";

    private static final Set<String> ALL =
            Set.of(INGESTION, "enrichment", ProcessorOrder.COMMAND_SIDE, ProcessorOrder.PROJECTION);

    private Stages() {}

    static boolean include(String name) {
        return ALL.contains(name);
    }

    /** Why the letters of another stage cannot be tried again from here, and what can be done instead. */
    static String notFromHere(String stage) {
        return stage.equals(ProcessorOrder.COMMAND_SIDE)
                ? "The command side does not try its letters again: part of a record can be cut off. Mend what is wrong, then have "
                        + Topic.KILLMAIL_ENRICHED.topicName()
                        + " published again, or the days fetched again by a backfill, and evict"
                        + " the letters."
                : "Stage " + stage + " does not try its letters again. Evict those that are dealt with.";
    }
}
