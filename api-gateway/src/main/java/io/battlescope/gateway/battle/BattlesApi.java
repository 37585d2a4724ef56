package io.battlescope.gateway.battle;

import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.page.PageParameters;
import io.battlescope.gateway.problem.NeedsQueryDb;
import io.battlescope.gateway.problem.Problem;
import io.battlescope.gateway.problem.RefusesParameters;
import io.battlescope.view.battle.BattleComposition;
import io.battlescope.view.battle.BattleDetail;
import io.battlescope.view.battle.BattleSummary;
import io.battlescope.view.battle.BattleTimeline;
import io.battlescope.view.battle.Participant;
import io.battlescope.view.history.HistoryEntry;
import io.battlescope.view.killmail.BattleKillmailView;
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

    @Operation(
            summary = "A battle in full: sides with parties and evidence, totals, timeline, dearest losses",
            description = """
                    Kills, losses, pilots and ISK of the sides and of `unassigned` add up to the battle's. A kill is credited to \
                    the party that did most of the damage, ISK by the part of the damage; fire within a party or side is \
                    `friendlyFire`, a part of `unassigned`, as is what NPCs did. ISK of a side is 0.00 when nothing of it has a \
                    known value, and null only when no killmail of the battle has one. With `asOf`, the battle as it was known \
                    at that time, told anew from its history: late killmails, mergers, corrections and new values that came \
                    later are not in it. A battle that has been merged since answers for itself, and one that had been merged \
                    by then leads to the battle that it went into. Names are those of today.""")
    @ApiResponse(
            responseCode = "200",
            description = "the battle",
            headers =
                    @Header(
                            name = "ETag",
                            description =
                                    "weak, the battle's version (with `asOf` that of the time) and what names there are; send it back as `If-None-Match`",
                            schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", description = "unchanged since the tag that you sent", content = @Content)
    @OfOneBattle
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/{battleId}")
    ResponseEntity<BattleDetail> battle(
            @PathVariable String battleId, BattleParameters parameters, HttpServletRequest request);

    @Operation(
            summary = "The killmails of a battle in the order they happened, each with why it is there",
            description = """
                    `sideId` is the side of the victim. A capsule that its pilot lost within 15 minutes of a ship names the ship \
                    (`podOf`), and the ship names the capsule. A cursor stays valid when the battle is merged into another: the \
                    survivor continues at the same time.""")
    @ApiResponse(responseCode = "200", description = "a page of killmails")
    @OfOneBattle
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/{battleId}/killmails")
    ResponseEntity<ListAnswer<BattleKillmailView>> killmails(
            @PathVariable String battleId, PageParameters parameters, HttpServletRequest request);

    @Operation(summary = "The pilots of a battle by character id, each one with every hull flown and every loss")
    @ApiResponse(responseCode = "200", description = "a page of pilots")
    @OfOneBattle
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/{battleId}/participants")
    ResponseEntity<ListAnswer<Participant>> participants(
            @PathVariable String battleId, PageParameters parameters, HttpServletRequest request);

    @Operation(summary = "Ships fielded and lost by side", description = """
                    Each loss of a pilot is a hull, and an attack in the same type after the last loss is one more; whoever \
                    only attacked fielded one. Capsules are hulls here.""")
    @ApiResponse(
            responseCode = "200",
            description = "the hulls of each side and of the unassigned",
            headers =
                    @Header(
                            name = "ETag",
                            description = "weak, the battle's version",
                            schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", description = "unchanged since the tag that you sent", content = @Content)
    @OfOneBattle
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/{battleId}/composition")
    ResponseEntity<BattleComposition> composition(@PathVariable String battleId, HttpServletRequest request);

    @Operation(summary = "Minutes with kills, with what each side lost in them")
    @ApiResponse(
            responseCode = "200",
            description = "the minutes in order",
            headers =
                    @Header(
                            name = "ETag",
                            description = "weak, the battle's version",
                            schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", description = "unchanged since the tag that you sent", content = @Content)
    @OfOneBattle
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/{battleId}/timeline")
    ResponseEntity<BattleTimeline> timeline(@PathVariable String battleId, HttpServletRequest request);

    @Operation(summary = "How a battle came to be, event by event, first things first", description = """
                    Each entry tells an event in a sentence and gives its facts. The history belongs to the id: a battle that \
                    was merged into another, or that lost what made it one, answers with its own and is not redirected.""")
    @ApiResponse(responseCode = "200", description = "a page of events")
    @ApiResponse(
            responseCode = "404",
            description = "no battle has ever had this id",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/{battleId}/history")
    ListAnswer<HistoryEntry> history(@PathVariable String battleId, PageParameters parameters);

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
            description =
                    "no battle has this id, too few losses are left to make it one, or it was not known yet at the time asked for",
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
