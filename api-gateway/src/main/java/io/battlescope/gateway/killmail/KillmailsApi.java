package io.battlescope.gateway.killmail;

import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.problem.NeedsQueryDb;
import io.battlescope.gateway.problem.Problem;
import io.battlescope.gateway.problem.RefusesParameters;
import io.battlescope.view.killmail.KillmailDetail;
import io.battlescope.view.killmail.KillmailSummary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

@Tag(name = "killmails", description = "Losses, in a battle or not")
@RequestMapping(path = "/api/v1/killmails", produces = "application/json")
interface KillmailsApi {

    @Operation(summary = "The latest killmails, newest first")
    @ApiResponse(responseCode = "200", description = "a page of killmails")
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/recent")
    ListAnswer<KillmailSummary> recent(RecentParameters parameters);

    @Operation(summary = "A killmail with its attackers")
    @ApiResponse(
            responseCode = "200",
            description = "the killmail",
            headers =
                    @Header(
                            name = "ETag",
                            description = "weak; send it back as `If-None-Match`",
                            schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", description = "unchanged since the tag that you sent", content = @Content)
    @ApiResponse(
            responseCode = "404",
            description = "this killmail has not come to us",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "KILLMAIL_NOT_FOUND", value = """
                                                    {"type": "/docs/problems.html#KILLMAIL_NOT_FOUND",
                                                     "title": "No such killmail", "status": 404, "code": "KILLMAIL_NOT_FOUND",
                                                     "detail": "There is no killmail 1.", "instance": "/api/v1/killmails/1",
                                                     "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")))
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/{killmailId}")
    ResponseEntity<KillmailDetail> killmail(@PathVariable Long killmailId);
}
