package io.battlescope.gateway.republish;

import io.battlescope.api.access.Role;
import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.TakesActs;
import io.battlescope.gateway.admin.AdminOnly;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Tag(name = "admin", description = "For those who run the system")
@RequestMapping(path = "/api/v1/admin", produces = "application/json")
interface RepublishApi {

    @Operation(
            summary = "Publish stored events again, after Kafka has lost some",
            description =
                    "`battle.events` from the event store, `killmail.enriched` from the killmails that the command side holds; everything"
                            + " or a range of time, in its order. Readers know what they have handled, so nothing counts twice. The act's"
                            + " figures say how far it is.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RepublishRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"topic": "battle.events", "from": "2026-11-01T00:00:00Z",
                                                             "reason": "The broker's disk is gone"}"""))))
    @AdminOnly(role = Role.ADMIN)
    @TakesActs
    @PostMapping(path = "/republish", consumes = "application/json")
    ResponseEntity<AskedAct> republish(HttpServletRequest request);
}
