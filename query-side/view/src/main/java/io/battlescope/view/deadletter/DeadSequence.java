package io.battlescope.view.deadletter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Events that wait for one another.
 *
 * @param kind whether a processor has parked it, or a stage of the pipeline has set it aside
 * @param processor the processor, or the stage
 * @param version of what the processor keeps; 1 for stages
 * @param sequence names it within the processor
 * @param letters how many events
 * @param code {@code FAILED}, {@code UNREADABLE} or {@code WAITS} for a processor's sequence; a stage's own code
 * @param cause of the first event that failed itself, in words; code, waitsFor and attempts are of the same one
 * @param waitsFor the sequence that it waits for; {@code null} where an event of it failed itself
 * @param attempts how often it was tried
 * @param since when it began (UTC)
 * @param lastAttemptAt when it was last tried (UTC); {@code null} for stages
 */
public record DeadSequence(
        Kind kind,
        String processor,
        int version,
        String sequence,
        long letters,
        String code,
        String cause,
        String waitsFor,
        int attempts,
        Instant since,
        Instant lastAttemptAt) {

    /** The same for somebody who may not see what was received. */
    public DeadSequence masked() {
        return new DeadSequence(
                kind,
                processor,
                version,
                sequence,
                letters,
                code,
                Cause.withoutValues(cause),
                waitsFor,
                attempts,
                since,
                lastAttemptAt);
    }

    /** Who has it. */
    public enum Kind {
        @JsonProperty("processor")
        PROCESSOR,
        @JsonProperty("pipeline")
        PIPELINE
    }
}
