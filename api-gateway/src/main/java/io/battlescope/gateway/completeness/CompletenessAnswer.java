package io.battlescope.gateway.completeness;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.view.feed.CompletenessDayView;
import io.battlescope.view.feed.CompletenessTotals;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How complete a window of days is: at a glance, and a page of its days. */
record CompletenessAnswer(
        Totals totals,

        @Schema(description = "days that were compared, newest first; what is not here was never compared")
        List<CompletenessDayView> items,

        @Schema(description = "where the next page begins; absent on the last page", nullable = false)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String nextCursor) {

    static CompletenessAnswer of(CompletenessTotals totals, ListAnswer<CompletenessDayView> days) {
        return new CompletenessAnswer(Totals.of(totals), days.items(), days.nextCursor());
    }

    @Schema(name = "CompletenessTotals")
    record Totals(
            @Schema(
                    description =
                            "true when every day of the window was compared, nothing is missing, and no gap is open")
            boolean complete,

            @Schema(description = "first day of the window; null when no day was ever compared", nullable = true)
            LocalDate from,

            @Schema(description = "last day, inclusive", nullable = true)
            LocalDate to,

            @Schema(description = "that were compared at least once")
            long daysCompared,

            @Schema(
                    description =
                            "of which nobody can say how complete they are; their killmails are in no figure here")
            long daysNeverCompared,

            @Schema(description = "killmails that the source knows of; known = held + refused + quarantined + missing")
            long known,

            @Schema(description = "accepted and stored") long held,

            @Schema(description = "not stored, since a ruleset refused them")
            long refused,

            @Schema(description = "not stored, since they are broken")
            long quarantined,

            @Schema(description = "not here, for no good reason")
            long missing,

            @Schema(description = "held although the source does not list them (yet)")
            long beyond,

            @Schema(description = "ranges that the live feed lost and that are not filled yet, whatever the window")
            long openGaps,

            @Schema(description = "the longest that a day's last comparison is ago", nullable = true)
            Instant oldestComparedAt,

            @Schema(description = "the latest comparison", nullable = true)
            Instant newestComparedAt) {

        private static Totals of(CompletenessTotals totals) {
            return new Totals(
                    totals.isComplete(),
                    totals.from(),
                    totals.to(),
                    totals.daysCompared(),
                    totals.daysNeverCompared(),
                    totals.known(),
                    totals.held(),
                    totals.refused(),
                    totals.quarantined(),
                    totals.missing(),
                    totals.beyond(),
                    totals.openGaps(),
                    totals.oldestComparedAt(),
                    totals.newestComparedAt());
        }
    }
}
