package io.battlescope.gateway.battle;

import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.page.PageParameters;
import io.battlescope.gateway.problem.NeedsQueryDb;
import io.battlescope.gateway.problem.Problem;
import io.battlescope.gateway.problem.RefusesParameters;
import io.battlescope.view.battle.BattleDetail;
import io.battlescope.view.battle.BattleSummary;
import io.battlescope.view.battle.Participant;
import io.battlescope.view.killmail.KillmailSummary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

@Tag(name = "battles", description = "Fights, found among the killmails of a solar system")
@RequestMapping(path = "/api/v1/battles", produces = "application/json")
interface BattlesApi {

    @Operation(summary = "Battles, newest activity first", description = """
                    All filters hold together; of several values of one filter, separated by commas, any will do. Pages follow \
                    the order by key: a battle that grows while you page moves to the front and may be missed by the pages \
                    behind, never listed twice under an unchanged order; read the first page again for what is new.""")
    @ApiResponse(responseCode = "200", description = "a page of battles")
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping
    ListAnswer<BattleSummary> battles(BattlesParameters parameters);

    @Operation(summary = "A battle in full: totals, timeline, dearest losses, parties")
    @ApiResponse(
            responseCode = "200",
            description = "the battle",
            headers =
                    @Header(
                            name = "ETag",
                            description = "weak; send it back as `If-None-Match`",
                            schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", description = "unchanged since the tag that you sent", content = @Content)
    @OfOneBattle
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/{battleId}")
    ResponseEntity<BattleDetail> battle(@PathVariable String battleId, HttpServletRequest request);

    @Operation(
            summary = "The killmails of a battle in the order they happened, each with why it is there",
            description =
                    "A cursor stays valid when the battle is merged into another: the survivor continues at the same time.")
    @ApiResponse(responseCode = "200", description = "a page of killmails")
    @OfOneBattle
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/{battleId}/killmails")
    ResponseEntity<ListAnswer<KillmailSummary>> killmails(
            @PathVariable String battleId, PageParameters parameters, HttpServletRequest request);

    @Operation(summary = "The pilots of a battle by character id, each one with every hull that was flown")
    @ApiResponse(responseCode = "200", description = "a page of pilots")
    @OfOneBattle
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/{battleId}/participants")
    ResponseEntity<ListAnswer<Participant>> participants(
            @PathVariable String battleId, PageParameters parameters, HttpServletRequest request);

    /** What every resource of one battle can answer instead. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "308",
            description = "the battle was merged into another; an id once given leads there for ever",
            headers =
                    @Header(
                            name = "Location",
                            description = "the same resource of the survivor, parameters included",
                            schema = @Schema(type = "string", format = "uri-reference")),
            content = @Content)
    @ApiResponse(
            responseCode = "404",
            description = "no battle has this id, or too few losses are left to make it one",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "BATTLE_NOT_FOUND", value = """
                                                    {"type": "/docs/problems.html#BATTLE_NOT_FOUND", "title": "No such battle",
                                                     "status": 404, "code": "BATTLE_NOT_FOUND", "detail": "There is no battle b1.",
                                                     "instance": "/api/v1/battles/b1",
                                                     "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")))
    @interface OfOneBattle {}
}
