package io.battlescope.gateway.status;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How far the system is; figures that are not known are {@code null}. */
record StatusAnswer(
        @Schema(description = "when we received the latest killmail that can be read here", nullable = true)
        Instant asOf,

        Health status,

        @Schema(description = "what is not as it should be; empty when all is well")
        List<String> problems,

        Killmails killmails,
        Battles battles,
        LagSeconds lagSeconds,

        @Schema(
                description = "what each service last said of itself; null while the notice board is away",
                nullable = true)
        List<ServiceView> services) {

    enum Health {
        /** Everything reports, everything can be read. */
        @JsonProperty("ok")
        OK,
        /** Something is away. */
        @JsonProperty("degraded")
        DEGRADED,
        /** Not everything has shown up yet. */
        @JsonProperty("starting")
        STARTING
    }

    record Killmails(
            @Schema(nullable = true) Long accepted,
            @Schema(nullable = true) Long duplicates,

            @Schema(description = "known killmails that came with another value", nullable = true)
            Long revalued,

            @Schema(description = "that stand refused by the ruleset", nullable = true)
            Long refused,

            @Schema(description = "by condition", nullable = true)
            Map<String, Long> refusedByCode,

            @Schema(nullable = true) Long quarantined,

            @Schema(description = "by reason", nullable = true)
            Map<String, Long> quarantinedByCode,

            @Schema(
                    description = "payloads that were in quarantine until the same killmail came right; with accepted,"
                            + " duplicates, revalued, refused and quarantined all that ever came",
                    nullable = true)
            Long cameRight,

            @Schema(nullable = true) Long enriched,

            @Schema(description = "that can be read here", nullable = true)
            Long projected,

            @Schema(description = "of those, in battles", nullable = true)
            Long inBattles) {}

    record Battles(
            @Schema(nullable = true) Long count,

            @Schema(
                    description = "what the battles say they hold; equals inBattles once all is projected",
                    nullable = true)
            Long killmails) {}

    record LagSeconds(
            @Schema(nullable = true) Double ingestion,
            @Schema(nullable = true) Double enrichment,
            @Schema(nullable = true) Double clustering,
            @Schema(nullable = true) Double projection) {}

    record ServiceView(
            String service,
            String instance,
            Instant startedAt,
            Instant reportedAt,
            Map<String, Long> counters,
            Map<String, String> notes) {}
}
