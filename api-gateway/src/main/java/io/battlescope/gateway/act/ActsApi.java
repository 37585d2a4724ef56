package io.battlescope.gateway.act;

import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.problem.NeedsQueryDb;
import io.battlescope.gateway.problem.Problem;
import io.battlescope.gateway.problem.RefusesParameters;
import io.battlescope.view.act.ActView;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Tag(name = "admin", description = "For those who run the system")
@RequestMapping(path = "/api/v1/admin", produces = "application/json")
interface ActsApi {

    @Operation(
            summary = "Cluster killmails anew with the parameters in force now",
            description =
                    "Of one solar system or of all, kills of all times or of a range; with `dryRun` nothing is changed and the"
                            + " act's figures say what would be.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ReclusterRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"systemId": 30001155, "dryRun": true,
                                                             "reason": "The gap is 10 minutes now"}"""))))
    @AdminOnly
    @TakesActs
    @PostMapping(path = "/recluster", consumes = "application/json")
    ResponseEntity<AskedAct> recluster(HttpServletRequest request);

    @Operation(summary = "What was asked for, and what came of it, newest first")
    @ApiResponse(responseCode = "200", description = "a page of acts")
    @AdminOnly
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/acts")
    ListAnswer<ActView> acts(ActsParameters parameters);

    @Operation(
            summary = "An act, and what came of it",
            description = "Known from the moment it was handed over. Refused acts say why in `code` and `detail`.")
    @ApiResponse(responseCode = "200", description = "the act")
    @ApiResponse(
            responseCode = "404",
            description = "nobody asked for such an act",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "ACT_NOT_FOUND", value = """
                                                    {"type": "/docs/problems.html#ACT_NOT_FOUND", "title": "No such act",
                                                     "status": 404, "code": "ACT_NOT_FOUND", "detail": "There is no act a1.",
                                                     "instance": "/api/v1/admin/acts/a1",
                                                     "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")))
    @AdminOnly
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/acts/{actId}")
    ResponseEntity<ActView> act(@PathVariable String actId);
}
