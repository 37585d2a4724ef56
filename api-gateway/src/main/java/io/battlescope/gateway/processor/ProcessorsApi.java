package io.battlescope.gateway.processor;

import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.TakesActs;
import io.battlescope.gateway.admin.AdminOnly;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Tag(name = "admin", description = "For those who run the system")
@RequestMapping(path = "/api/v1/admin/processors", produces = "application/json")
interface ProcessorsApi {

    @Operation(
            summary = "Event processors over all instances of all services",
            description =
                    "Figures that instances share are of the freshest report. A processor that nobody reports is `unknown` and has the"
                            + " alarm `SILENT`. `HEAD_NOT_MOVING` says that being caught up means nothing, for what it follows was not"
                            + " published.")
    @ApiResponse(responseCode = "200", description = "all processors, at most two seconds old")
    @AdminOnly
    @RefusesParameters
    @NeedsReports
    @GetMapping
    ResponseEntity<ProcessorsAnswer> processors();

    @Operation(summary = "A processor, all versions of what it keeps, the living one first")
    @ApiResponse(responseCode = "200", description = "its versions")
    @OnAProcessor
    @AdminOnly
    @RefusesParameters
    @NeedsReports
    @GetMapping("/{name}")
    ResponseEntity<ProcessorsAnswer> processor(@PathVariable String name);

    @Operation(
            summary = "The same live, as server-sent events",
            description =
                    "Event `processors` with all processors at first and whenever something has changed, at most once a second;"
                            + " `unavailable` with `code` and `detail` while the reports cannot be read; a comment every 15 seconds as a"
                            + " sign of life. A stream ends after an hour; clients open the next one.")
    @ApiResponse(
            responseCode = "200",
            description = "events until the client goes",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    @AdminOnly
    @RefusesParameters
    @NeedsReports
    @GetMapping(path = "/stream", produces = "text/event-stream")
    ResponseEntity<SseEmitter> stream();

    @Operation(
            summary = "Stop a processor on all instances, until it is resumed",
            description = "Doing so twice is doing so once.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = StepRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"reason": "The database needs its rest"}"""))))
    @OnAProcessor
    @AdminOnly
    @TakesActs
    @PostMapping(path = "/{name}/pause", consumes = "application/json")
    ResponseEntity<AskedAct> pause(@PathVariable String name, HttpServletRequest request);

    @Operation(
            summary = "Let a paused processor run again",
            description = "Doing so twice is doing so once.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = StepRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"reason": "It has rested"}"""))))
    @OnAProcessor
    @AdminOnly
    @TakesActs
    @PostMapping(path = "/{name}/resume", consumes = "application/json")
    ResponseEntity<AskedAct> resume(@PathVariable String name, HttpServletRequest request);

    @Operation(
            summary = "Have a processor handle events again, or pass over some",
            description =
                    "To the start, the head, an instant or offsets. With `dryRun` nothing is changed, and the act's figures say how many"
                            + " events that would be. The act ends once it has taken effect; `replay` of the processor says how far the"
                            + " replay is, and it is done once the processor has caught up.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ResetRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"to": "start", "dryRun": true,
                                                             "reason": "How long would that take?"}"""))))
    @OnAProcessor
    @AdminOnly
    @TakesActs
    @PostMapping(path = "/{name}/reset", consumes = "application/json")
    ResponseEntity<AskedAct> reset(@PathVariable String name, HttpServletRequest request);

    @Operation(
            summary = "Make two of one segment",
            description =
                    "Every segment reads all of the topic and handles its share, so more segments than instances have threads gain nothing.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = StepRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"reason": "A third instance has come"}"""))))
    @OnAProcessor
    @AdminOnly
    @TakesActs
    @PostMapping(path = "/{name}/segments/{segment}/split", consumes = "application/json")
    ResponseEntity<AskedAct> split(@PathVariable String name, @PathVariable Long segment, HttpServletRequest request);

    @Operation(
            summary = "Make one of a segment and the one it was once split from",
            description = "Refused (SEGMENT_NOT_MERGEABLE) when the other half has been split again.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = StepRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"reason": "An instance has gone"}"""))))
    @OnAProcessor
    @AdminOnly
    @TakesActs
    @PostMapping(path = "/{name}/segments/{segment}/merge", consumes = "application/json")
    ResponseEntity<AskedAct> merge(@PathVariable String name, @PathVariable Long segment, HttpServletRequest request);

    @Operation(
            summary = "Have the instance that holds a segment let go of it",
            description = "So that another instance can take it; for so many seconds the present one does not.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ReleaseRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"seconds": 60, "reason": "That instance is to be stopped"}"""))))
    @OnAProcessor
    @AdminOnly
    @TakesActs
    @PostMapping(path = "/{name}/segments/{segment}/release", consumes = "application/json")
    ResponseEntity<AskedAct> release(@PathVariable String name, @PathVariable Long segment, HttpServletRequest request);
}
