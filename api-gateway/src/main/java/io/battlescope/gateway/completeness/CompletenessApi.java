package io.battlescope.gateway.completeness;

import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.TakesActs;
import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.problem.NeedsQueryDb;
import io.battlescope.gateway.problem.RefusesParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@RequestMapping(path = "/api/v1", produces = "application/json")
interface CompletenessApi {

    @Tag(name = "status", description = "How far the system is")
    @Operation(summary = "How complete the killmails are, day by day", description = """
                    What the source knew of each day when it was last compared, and what of it is here. The last 14 days are compared \
                    every night, since days grow late. A day that was never compared is not listed, and makes the window incomplete.""")
    @ApiResponse(responseCode = "200", description = "the window at a glance, and a page of its days, newest first")
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/status/completeness")
    CompletenessAnswer completeness(CompletenessParameters parameters);

    @Tag(name = "admin", description = "For those who run the system")
    @Operation(
            summary = "Compare days with their source now",
            description =
                    "Instead of at night; what is found missing is fetched. That is a job under the act's id: follow it at"
                            + " `/api/v1/admin/backfills/{jobId}`. `/api/v1/status/completeness` shows the result.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = DaysRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"from": "2026-11-20", "to": "2026-11-23",
                                                             "reason": "A player misses a kill"}"""))))
    @AdminOnly
    @TakesActs
    @PostMapping(path = "/admin/completeness/compare", consumes = "application/json")
    ResponseEntity<AskedAct> compare(HttpServletRequest request);
}
