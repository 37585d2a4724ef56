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

    String NAMED = """
            {"killmailId": 97110001, "occurredAt": "2021-11-28T10:21:37Z", "systemId": 30001155, "systemName": "U-QVWD",
             "battleId": "55f4eafe-7d03-321e-b77b-14151e7faad9",
             "victim": {"characterId": 2113024536, "characterName": "Wide Receiver", "corporationId": 98388312,
                        "corporationName": "Grey Harbour Salvage", "corporationTicker": "GHSV", "allianceId": 1354830081,
                        "allianceName": "Goonswarm Federation", "allianceTicker": "CONDI",
                        "party": {"kind": "alliance", "id": 1354830081, "name": "Goonswarm Federation", "ticker": "CONDI"},
                        "factionId": null, "hullTypeId": 587, "hullName": "Rifter", "capsule": false, "structure": false,
                        "damageTaken": 512},
             "attackerCount": 1, "iskDestroyed": 1234567.89, "valueSource": "zkillboard", "sideId": 1,
             "attribution": {"linkedKillmailId": 97110000, "sharedParty": 1354830081, "sharedPartyKind": "alliance",
                             "sharedPartyName": "Goonswarm Federation", "sharedPartyTicker": "CONDI", "gapSeconds": 60},
             "hash": "0b6c1c4d0b2f8b0a5d6fd9cbd5f9e7d3f5b3a1c2", "constellationId": 20000169, "constellationName": "UX3-N2",
             "regionId": 10000014, "regionName": "Catch", "spaceType": "kspace", "security": "nullsec",
             "valueComplete": true, "source": "zkillboard", "receivedAt": "2021-11-28T10:22:03Z",
             "attackers": [{"characterId": 2112625428, "corporationId": 98000002, "corporationName": "Lowlight Surveyors",
                            "corporationTicker": "LLSV", "allianceId": null,
                            "party": {"kind": "corporation", "id": 98000002, "name": "Lowlight Surveyors", "ticker": "LLSV"},
                            "factionId": null, "hullTypeId": 11379, "hullName": "Hawk", "weaponTypeId": 2889,
                            "weaponName": "200mm AutoCannon II", "damageDone": 512, "finalBlow": true, "npc": false,
                            "structure": false}]}""";

    @Operation(summary = "The latest killmails, newest first")
    @ApiResponse(responseCode = "200", description = "a page of killmails")
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/recent")
    ListAnswer<KillmailSummary> recent(RecentParameters parameters);

    @Operation(summary = "A killmail with its attackers")
    @ApiResponse(
            responseCode = "200",
            description = "the killmail; names are absent until they are known",
            headers =
                    @Header(
                            name = "ETag",
                            description = "weak; send it back as `If-None-Match`",
                            schema = @Schema(type = "string")),
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = KillmailDetail.class),
                            examples = @ExampleObject(name = "named", value = NAMED)))
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
