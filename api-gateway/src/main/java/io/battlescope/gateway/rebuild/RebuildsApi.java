package io.battlescope.gateway.rebuild;

import io.battlescope.api.access.Role;
import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.TakesActs;
import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.problem.NeedsQueryDb;
import io.battlescope.gateway.problem.RefusesParameters;
import io.battlescope.gateway.processor.OnAProcessor;
import io.battlescope.view.rebuild.RebuildView;
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
@RequestMapping(path = "/api/v1/admin/rebuilds", produces = "application/json")
interface RebuildsApi {

    @Operation(
            summary = "Build what a processor keeps anew, beside the version that answers",
            description =
                    "From the beginning of its topic, while live events go on. Once it has caught up both versions are compared; what"
                            + " answers only changes with the switch, in one moment. The act's id is the rebuild's id: follow it at"
                            + " `/api/v1/admin/rebuilds/{rebuildId}`.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RebuildRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"processor": "battles", "switchWhenEqual": true,
                                                             "reason": "New columns"}"""))))
    @OnAProcessor
    @AdminOnly(role = Role.OPERATOR)
    @TakesActs
    @PostMapping(path = "", consumes = "application/json")
    ResponseEntity<AskedAct> start(HttpServletRequest request);

    @Operation(summary = "Rebuilds, newest first")
    @ApiResponse(responseCode = "200", description = "a page of rebuilds")
    @AdminOnly
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping
    ListAnswer<RebuildView> rebuilds(RebuildsParameters parameters);

    @Operation(summary = "A rebuild, how far it is, when it will have caught up, and what differs")
    @ApiResponse(responseCode = "200", description = "the rebuild")
    @OnARebuild
    @AdminOnly
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/{rebuildId}")
    ResponseEntity<RebuildView> rebuild(@PathVariable String rebuildId);

    @Operation(
            summary = "Have the new version answer",
            description =
                    "Refused (REBUILD_DIFFERS) when both versions do not say the same, unless that is accepted: it is how a wrong one is"
                            + " mended. The old version stays for a rollback.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RebuildStepRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"acceptDifferences": true, "reason": "The old one was wrong"}"""))))
    @OnARebuild
    @AdminOnly(role = Role.ADMIN)
    @TakesActs
    @PostMapping(path = "/{rebuildId}/switch", consumes = "application/json")
    ResponseEntity<AskedAct> change(@PathVariable String rebuildId, HttpServletRequest request);

    @Operation(
            summary = "Have the old version answer again",
            description = "Refused (REBUILD_STATE) unless it has switched and has not been finished.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RebuildStepRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"reason": "Frontends cannot cope with it"}"""))))
    @OnARebuild
    @AdminOnly(role = Role.ADMIN)
    @TakesActs
    @PostMapping(path = "/{rebuildId}/rollback", consumes = "application/json")
    ResponseEntity<AskedAct> rollBack(@PathVariable String rebuildId, HttpServletRequest request);

    @Operation(
            summary = "Throw the version away that does not answer",
            description = "After that there is no way back.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RebuildStepRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"reason": "The new one has proved itself"}"""))))
    @OnARebuild
    @AdminOnly(role = Role.ADMIN)
    @TakesActs
    @PostMapping(path = "/{rebuildId}/finish", consumes = "application/json")
    ResponseEntity<AskedAct> finish(@PathVariable String rebuildId, HttpServletRequest request);

    @Operation(
            summary = "Throw the new version away before it ever answered",
            description = "Another rebuild can be asked for at once.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RebuildStepRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"reason": "The wrong processor"}"""))))
    @OnARebuild
    @AdminOnly(role = Role.OPERATOR)
    @TakesActs
    @PostMapping(path = "/{rebuildId}/cancel", consumes = "application/json")
    ResponseEntity<AskedAct> cancel(@PathVariable String rebuildId, HttpServletRequest request);

    @Operation(
            summary = "Compare both versions once more",
            description = "What it finds is in `tables` of the rebuild.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RebuildStepRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"reason": "A dead letter was retried meanwhile"}"""))))
    @OnARebuild
    @AdminOnly(role = Role.OPERATOR)
    @TakesActs
    @PostMapping(path = "/{rebuildId}/verify", consumes = "application/json")
    ResponseEntity<AskedAct> verify(@PathVariable String rebuildId, HttpServletRequest request);
}
