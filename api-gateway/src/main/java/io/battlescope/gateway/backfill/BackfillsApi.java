package io.battlescope.gateway.backfill;

import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.TakesActs;
import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.problem.NeedsQueryDb;
import io.battlescope.gateway.problem.RefusesParameters;
import io.battlescope.view.feed.BackfillView;
import io.battlescope.view.feed.GapView;
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
interface BackfillsApi {

    @Operation(
            summary = "Ranges that the live feed lost, the latest noticed first",
            description = "A gap is filled once the days it touches hold everything that history knows of.")
    @ApiResponse(responseCode = "200", description = "a page of gaps")
    @AdminOnly
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/feeds/gaps")
    ListAnswer<GapView> gaps(GapsParameters parameters);

    @Operation(
            summary = "Fetch what is missing of a range of days from history",
            description =
                    "As a job behind the live feed, from the latest day to the earliest; what is held already costs nothing. The"
                            + " act's id is the job's id: follow it at `/api/v1/admin/backfills/{jobId}`.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = BackfillRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"from": "2026-11-01", "to": "2026-11-23",
                                                             "reason": "Everything since the first of the month"}"""))))
    @AdminOnly
    @TakesActs
    @PostMapping(path = "/backfills", consumes = "application/json")
    ResponseEntity<AskedAct> start(HttpServletRequest request);

    @Operation(summary = "Backfills, newest first")
    @ApiResponse(responseCode = "200", description = "a page of backfills")
    @AdminOnly
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/backfills")
    ListAnswer<BackfillView> backfills(BackfillsParameters parameters);

    @Operation(summary = "A backfill, how far it is, and when it will end at the present pace")
    @ApiResponse(responseCode = "200", description = "the backfill")
    @OnABackfill
    @AdminOnly
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/backfills/{jobId}")
    ResponseEntity<BackfillView> backfill(@PathVariable String jobId);

    @Operation(
            summary = "Pause a backfill",
            description = "Refused (BACKFILL_ENDED) when it has ended by then. Doing so twice is doing so once.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = StepRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            value =
                                                                    "{\"reason\": \"ESI is needed for something else\"}"))))
    @OnABackfill
    @AdminOnly
    @TakesActs
    @PostMapping(path = "/backfills/{jobId}/pause", consumes = "application/json")
    ResponseEntity<AskedAct> pause(@PathVariable String jobId, HttpServletRequest request);

    @Operation(
            summary = "Go on with a backfill",
            description = "Refused (BACKFILL_ENDED) when it has ended by then. Doing so twice is doing so once.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = StepRequest.class),
                                            examples = @ExampleObject(value = "{\"reason\": \"ESI is free again\"}"))))
    @OnABackfill
    @AdminOnly
    @TakesActs
    @PostMapping(path = "/backfills/{jobId}/resume", consumes = "application/json")
    ResponseEntity<AskedAct> resume(@PathVariable String jobId, HttpServletRequest request);

    @Operation(
            summary = "End a backfill",
            description = "Refused (BACKFILL_ENDED) when it has ended by then. Doing so twice is doing so once.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = StepRequest.class),
                                            examples = @ExampleObject(value = "{\"reason\": \"The wrong days\"}"))))
    @OnABackfill
    @AdminOnly
    @TakesActs
    @PostMapping(path = "/backfills/{jobId}/cancel", consumes = "application/json")
    ResponseEntity<AskedAct> cancel(@PathVariable String jobId, HttpServletRequest request);
}
