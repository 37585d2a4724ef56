package io.battlescope.view.progress;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** How far each processor of the projections is; empty before the first event. */
public record Progress(List<Processor> processors) {

    public Progress {
        processors = List.copyOf(processors);
    }

    /**
     * The time that the data are of: when we received the latest killmail that is in the read model, or else when the read
     * model was last written.
     */
    public Optional<Instant> asOf() {
        return latest(Processor::lastReceivedAt).or(() -> latest(Processor::updatedAt));
    }

    private Optional<Instant> latest(Function<Processor, Instant> time) {
        return processors.stream().map(time).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    /**
     * One processor.
     *
     * @param handled messages, ever
     * @param lastOccurredAt game time of the latest kill handled (UTC)
     * @param lastReceivedAt when we received the latest kill handled (UTC)
     * @param updatedAt when it last wrote (UTC)
     */
    public record Processor(
            String name, long handled, Instant lastOccurredAt, Instant lastReceivedAt, Instant updatedAt) {}
}
