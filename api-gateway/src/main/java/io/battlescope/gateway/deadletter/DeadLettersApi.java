package io.battlescope.gateway.deadletter;

import io.battlescope.api.access.Role;
import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.TakesActs;
import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.page.PageParameters;
import io.battlescope.gateway.problem.NeedsQueryDb;
import io.battlescope.gateway.problem.RefusesParameters;
import io.battlescope.gateway.processor.OnAProcessor;
import io.battlescope.view.deadletter.DeadEvent;
import io.battlescope.view.deadletter.DeadSequence;
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
@RequestMapping(path = "/api/v1/admin/dead-letters", produces = "application/json")
interface DeadLettersApi {

    @Operation(
            summary = "What could not be handled, by sequence, the latest first",
            description =
                    "Events that processors have parked, with all that has to wait for them, and letters that stages of the pipeline have"
                            + " set aside. Causes quote what was received to operators and admins alone.")
    @ApiResponse(responseCode = "200", description = "a page of sequences")
    @AdminOnly
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping
    ListAnswer<DeadSequence> sequences(DeadLettersParameters parameters, HttpServletRequest request);

    @Operation(
            summary = "The events of a sequence, in their order",
            description =
                    "What was received is shown to operators and admins, and masked for viewers. Empty once nothing is parked.")
    @ApiResponse(responseCode = "200", description = "a page of events")
    @AdminOnly
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/{processor}/{sequence}")
    ListAnswer<DeadEvent> letters(
            @PathVariable String processor,
            @PathVariable String sequence,
            PageParameters parameters,
            HttpServletRequest request);

    @Operation(
            summary = "Handle dead letters again, after whatever was wrong has been mended",
            description =
                    "A sequence in its order, together with all that wait for it; what fails again stays. The act's figures say how many"
                            + " events took effect (`retried`), stay (`remaining`) and in how many sequences (`stillFailing`). Letters of"
                            + " stage `ingestion` are judged once more by ingestion, which also hands enrichment its killmails again;"
                            + " other stages do not try theirs again.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RetryRequest.class),
                                            examples = {
                                                @ExampleObject(name = "sequence", value = """
                                                        {"processor": "battles", "sequence": "30000142-97110001",
                                                         "reason": "The new release reads it"}"""),
                                                @ExampleObject(name = "cause", value = """
                                                        {"processor": "battles", "cause": "an event is missing",
                                                         "reason": "Published again from the event store"}""")
                                            })))
    @AdminOnly
    @TakesActs
    @OnAProcessor
    @PostMapping(path = "/retry", consumes = "application/json")
    ResponseEntity<AskedAct> retry(HttpServletRequest request);

    @Operation(
            summary = "Throw dead letters away, for good",
            description =
                    "Parked events are lost to the processor until they are published again; letters of stages stay in the database, but in"
                            + " no list. The audit keeps what was lost.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = EvictRequest.class),
                                            examples = {
                                                @ExampleObject(name = "letter", value = """
                                                        {"processor": "battles", "sequence": "30000142", "letterId": "17",
                                                         "reason": "Garbage that somebody sent by hand"}"""),
                                                @ExampleObject(name = "everything", value = """
                                                        {"processor": "ingestion", "all": true, "reason": "Looked at"}""")
                                            })))
    @AdminOnly(role = Role.ADMIN)
    @TakesActs
    @OnAProcessor
    @PostMapping(path = "/evict", consumes = "application/json")
    ResponseEntity<AskedAct> evict(HttpServletRequest request);
}
