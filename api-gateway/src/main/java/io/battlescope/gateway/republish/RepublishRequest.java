package io.battlescope.gateway.republish;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.body.Times;
import io.battlescope.gateway.processor.Publishers;
import io.battlescope.gateway.processor.Wish;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Which records are to be published again. */
record RepublishRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Source topic,

        @Schema(description = "time of the earliest; the first there is unless told")
        Instant from,

        @Schema(description = "time of the latest; the last there is unless told")
        Instant to,

        @Schema(description = "why, in 1 to 2,000 characters", requiredMode = Schema.RequiredMode.REQUIRED)
        String reason,

        @Schema(description = "only says, in the act's figures, how many that would be")
        Boolean dryRun)
        implements Wish {

    /** Topics that can be written anew, and who does it. */
    enum Source {
        @JsonProperty("battle.events")
        BATTLE_EVENTS(Publishers.OF_BATTLES),
        @JsonProperty("killmail.enriched")
        KILLMAIL_ENRICHED(Publishers.OF_KILLMAILS);

        private final String publisher;

        Source(String publisher) {
            this.publisher = publisher;
        }

        String publisher() {
            return publisher;
        }
    }

    /** It takes as long as it takes. */
    @Override
    @Schema(hidden = true)
    public Integer timeLimitSeconds() {
        return null;
    }

    @Override
    public void check(FieldErrors errors) {
        errors.require(topic != null, "topic", "is missing")
                .require(from == null || to == null || !from.isAfter(to), "to", "is before from");
        Times.check(from, "from", errors);
        Times.check(to, "to", errors);
    }
}
