package io.battlescope.gateway.quarantine;

import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.TakesActs;
import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.problem.NeedsQueryDb;
import io.battlescope.gateway.problem.RefusesParameters;
import io.battlescope.view.progress.DeadLetterView;
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

@Tag(name = "admin", description = "For those who run the system")
@RequestMapping(path = "/api/v1/admin", produces = "application/json")
interface QuarantineApi {

    @Operation(
            summary = "What could not be handled, newest first, with the reason",
            description =
                    "Letters of stage `ingestion` can be let out again by their `source`, `position` and `code`, those of stage"
                            + " `enrichment` by the source `enrichment`, or `killmail.ingested/3` and 120 for the position `3@120`. What was"
                            + " received is shown to operators and admins, and masked for viewers; letters that have passed since are of"
                            + " code `RELEASED`, and listed only when asked for.")
    @ApiResponse(responseCode = "200", description = "a page of dead letters")
    @AdminOnly
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/quarantine")
    ListAnswer<DeadLetterView> quarantine(QuarantineParameters parameters, HttpServletRequest request);

    @Operation(
            summary = "Judge what ingestion set aside once more",
            description =
                    "After whatever was wrong has been mended. What passes goes on, the rest stays; the act's figures say how many.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ReleaseRequest.class),
                                            examples = {
                                                @ExampleObject(name = "one", value = """
                                                        {"source": "r2z2:https://r2z2.zkillboard.com", "position": 97110001, "reason": "The parser is mended"}"""),
                                                @ExampleObject(name = "reason", value = """
                                                        {"code": "FUTURE_TIME", "reason": "The clock was wrong"}"""),
                                                @ExampleObject(name = "everything", value = """
                                                        {"all": true, "reason": "After the release"}""")
                                            })))
    @AdminOnly
    @TakesActs
    @PostMapping(path = "/quarantine/release", consumes = "application/json")
    ResponseEntity<AskedAct> release(HttpServletRequest request);
}
