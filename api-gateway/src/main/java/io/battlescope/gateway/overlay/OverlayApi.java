package io.battlescope.gateway.overlay;

import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.TakesActs;
import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Tag(name = "battles", description = "Fights, found among the killmails of a solar system")
@RequestMapping(path = "/api/v1/battles/{battleId}/overlay", produces = "application/json")
interface OverlayApi {

    @Operation(
            summary = "Correct a battle by hand",
            description = """
                    The act becomes part of the battle's history, with actor and reason; it survives every re-clustering, and can \
                    be taken back. `sideId` of `pinParty` is a side of now, 0 a side of the party's own; neither it nor `withParty` \
                    leaves the party unassigned.""",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = OverlayRequest.class),
                                            examples = {
                                                @ExampleObject(name = "pinParty", value = """
                                                        {"act": {"act": "pinParty",
                                                          "party": {"kind": "alliance", "id": 99003581}, "sideId": 2},
                                                         "reason": "They came to help the defenders"}"""),
                                                @ExampleObject(name = "excludeKillmail", value = """
                                                        {"act": {"act": "excludeKillmail", "killmailId": 97110001},
                                                         "reason": "A ganker on the same gate"}"""),
                                                @ExampleObject(name = "reinstateKillmail", value = """
                                                        {"act": {"act": "reinstateKillmail", "killmailId": 97110001},
                                                         "reason": "It belonged here after all"}"""),
                                                @ExampleObject(name = "moveKillmail", value = """
                                                        {"act": {"act": "moveKillmail", "killmailId": 97110001,
                                                          "toBattleId": "b2"}, "reason": "It belongs to the other grid"}"""),
                                                @ExampleObject(name = "splitAt", value = """
                                                        {"act": {"act": "splitAt", "at": "2026-11-23T18:30:00Z"},
                                                         "reason": "Two fights, an hour apart"}"""),
                                                @ExampleObject(name = "splitByParties", value = """
                                                        {"act": {"act": "splitByParties",
                                                          "parties": [{"kind": "alliance", "id": 99003581}]},
                                                         "reason": "They fought elsewhere in the system"}"""),
                                                @ExampleObject(name = "mergeWith", value = """
                                                        {"act": {"act": "mergeWith", "otherBattleId": "b2"},
                                                         "reason": "One fight with a break"}"""),
                                                @ExampleObject(name = "setTitle", value = """
                                                        {"act": {"act": "setTitle", "title": "The battle of Jorund"},
                                                         "reason": "Everybody calls it so"}"""),
                                                @ExampleObject(name = "annotate", value = """
                                                        {"act": {"act": "annotate", "note": "Streamed by both sides"},
                                                         "reason": "For readers"}"""),
                                                @ExampleObject(name = "undo", value = """
                                                        {"act": {"act": "undo", "undoneActId": "a1"},
                                                         "reason": "They did not"}""")
                                            })))
    @OnABattle
    @AdminOnly
    @TakesActs
    @PostMapping(consumes = "application/json")
    ResponseEntity<AskedAct> correct(@PathVariable String battleId, HttpServletRequest request);

    @Operation(
            summary = "Take back an act",
            description = "Short for the act `undo`; `actId` is the act that is taken back, not the new one.")
    @OnABattle
    @AdminOnly
    @TakesActs
    @DeleteMapping("/{actId}")
    ResponseEntity<AskedAct> undo(
            @PathVariable String battleId,
            @PathVariable String actId,
            UndoParameters parameters,
            HttpServletRequest request);

    /** What holds for every act on one battle. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            in = ParameterIn.HEADER,
            name = SeenVersion.HEADER,
            description =
                    "the battle's `ETag` as you saw it: the act is refused (VERSION_STALE) when the battle changed since",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "404",
            description = "no battle has this id",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "BATTLE_NOT_FOUND", value = """
                                                    {"type": "/docs/problems.html#BATTLE_NOT_FOUND", "title": "No such battle",
                                                     "status": 404, "code": "BATTLE_NOT_FOUND", "detail": "There is no battle b1.",
                                                     "instance": "/api/v1/battles/b1/overlay",
                                                     "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")))
    @interface OnABattle {}
}
