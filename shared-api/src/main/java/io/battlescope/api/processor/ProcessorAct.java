package io.battlescope.api.processor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;

/** What can be done to a processor. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "act")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ProcessorAct.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = ProcessorAct.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = ProcessorAct.Reset.class, name = "reset"),
    @JsonSubTypes.Type(value = ProcessorAct.SplitSegment.class, name = "splitSegment"),
    @JsonSubTypes.Type(value = ProcessorAct.MergeSegment.class, name = "mergeSegment"),
    @JsonSubTypes.Type(value = ProcessorAct.ReleaseSegment.class, name = "releaseSegment"),
    @JsonSubTypes.Type(value = ProcessorAct.Rebuild.class, name = "rebuild"),
    @JsonSubTypes.Type(value = ProcessorAct.ChangeRebuild.class, name = "changeRebuild"),
    @JsonSubTypes.Type(value = ProcessorAct.Republish.class, name = "republish"),
    @JsonSubTypes.Type(value = ProcessorAct.RetryDeadLetters.class, name = "retryDeadLetters"),
    @JsonSubTypes.Type(value = ProcessorAct.EvictDeadLetters.class, name = "evictDeadLetters")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ProcessorAct {

    /** The kind of act, as outcomes name it. */
    @JsonIgnore
    String what();

    /** Stops it on all instances, until it is resumed. */
    record Pause() implements ProcessorAct {
        @Override
        public String what() {
            return "processor.pause";
        }
    }

    /** Lets it run again. */
    record Resume() implements ProcessorAct {
        @Override
        public String what() {
            return "processor.resume";
        }
    }

    /** Where a reset goes. */
    enum ResetTo {
        /** The beginning of the topic. */
        @JsonProperty("start")
        START,
        /** Behind its last record. */
        @JsonProperty("head")
        HEAD,
        /** The first record of each partition that is not older than an instant. */
        @JsonProperty("instant")
        INSTANT,
        /** The given offsets, the next to be handled, by partition; partitions not named stay. */
        @JsonProperty("offsets")
        OFFSETS
    }

    /**
     * Handles events again, or passes over some.
     *
     * @param at for {@link ResetTo#INSTANT}, by the records' own times (UTC)
     * @param offsets for {@link ResetTo#OFFSETS}
     * @param clear empties what the processor keeps first; only with {@link ResetTo#START}. Without, what is there stays, and an event
     *     that has taken effect has none again
     * @param skip allows that events are passed over that were never handled; refused otherwise
     *     ({@link ProcessorRefusal#RESET_WOULD_SKIP})
     */
    record Reset(ResetTo to, Instant at, Map<Integer, Long> offsets, boolean clear, boolean skip)
            implements ProcessorAct {
        @Override
        public String what() {
            return "processor.reset";
        }
    }

    /** Makes two of one segment. */
    record SplitSegment(int segment) implements ProcessorAct {
        @Override
        public String what() {
            return "segment.split";
        }
    }

    /** Makes one of a segment and the one it was once split from. */
    record MergeSegment(int segment) implements ProcessorAct {
        @Override
        public String what() {
            return "segment.merge";
        }
    }

    /**
     * Has the instance that holds a segment let go of it, so that another one can take it.
     *
     * @param seconds how long it does not take it again
     */
    record ReleaseSegment(int segment, int seconds) implements ProcessorAct {
        @Override
        public String what() {
            return "segment.release";
        }
    }

    /**
     * Builds a new version beside the living one. The act's id is the rebuild's id.
     *
     * @param switchWhenEqual whether to switch by itself once both say the same; otherwise it waits to be told
     */
    record Rebuild(boolean switchWhenEqual) implements ProcessorAct {
        @Override
        public String what() {
            return "rebuild.start";
        }
    }

    /** What can be done to a rebuild. */
    enum RebuildStep {
        /** The new version becomes the living one. */
        @JsonProperty("switch")
        SWITCH,
        /** The old version becomes the living one again. */
        @JsonProperty("rollback")
        ROLLBACK,
        /** The version that is not living is thrown away. */
        @JsonProperty("finish")
        FINISH,
        /** The new version is thrown away before it was ever living. */
        @JsonProperty("cancel")
        CANCEL,
        /** Both versions are compared once more. */
        @JsonProperty("verify")
        VERIFY
    }

    /** @param acceptDifferences switches although both do not say the same: that is how a wrong projection is mended */
    record ChangeRebuild(String rebuildId, RebuildStep step, boolean acceptDifferences) implements ProcessorAct {
        @Override
        public String what() {
            return "rebuild." + step.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Publishes stored events again, in their order. Readers know what they have handled.
     *
     * @param from time of the earliest event (UTC); {@code null} for the first
     * @param to time of the latest event (UTC); {@code null} for the last
     */
    record Republish(Instant from, Instant to) implements ProcessorAct {
        @Override
        public String what() {
            return "events.republish";
        }
    }

    /**
     * Handles parked events again, each sequence in its order; a sequence whose first event still fails stays whole.
     *
     * @param sequence one sequence; {@code null} for all
     * @param cause only those with this in their cause; {@code null} for all
     */
    record RetryDeadLetters(String sequence, String cause) implements ProcessorAct {
        @Override
        public String what() {
            return "deadLetters.retry";
        }
    }

    /**
     * Throws parked events away, for good.
     *
     * @param sequence one sequence; {@code null} for all
     * @param letterId one letter of the sequence; {@code null} for all of it
     * @param cause only those with this in their cause; {@code null} for all
     */
    record EvictDeadLetters(String sequence, String letterId, String cause) implements ProcessorAct {
        @Override
        public String what() {
            return "deadLetters.evict";
        }
    }
}
