package io.battlescope.gateway.ruleset;

import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.TakesActs;
import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.page.PageParameters;
import io.battlescope.gateway.problem.NeedsQueryDb;
import io.battlescope.gateway.problem.Problem;
import io.battlescope.gateway.problem.RefusesParameters;
import io.battlescope.view.feed.RulesetView;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Tag(name = "admin", description = "For those who run the system")
@RequestMapping(path = "/api/v1/admin/rulesets", produces = "application/json")
interface RulesetsApi {

    @Operation(summary = "Every ruleset that ever was in force, newest first")
    @ApiResponse(responseCode = "200", description = "a page of rulesets")
    @AdminOnly
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping
    ListAnswer<RulesetView> rulesets(PageParameters parameters);

    @Operation(summary = "The ruleset that killmails are accepted by")
    @ApiResponse(responseCode = "200", description = "the ruleset in force")
    @ApiResponse(
            responseCode = "404",
            description = "ingestion has not told yet",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "RULESET_NOT_FOUND", value = """
                                                    {"type": "/docs/problems.html#RULESET_NOT_FOUND",
                                                     "title": "No ruleset is known yet", "status": 404,
                                                     "code": "RULESET_NOT_FOUND",
                                                     "detail": "Ingestion has not told yet by which rules it accepts killmails.",
                                                     "instance": "/api/v1/admin/rulesets/current",
                                                     "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")))
    @AdminOnly
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/current")
    ResponseEntity<RulesetView> current();

    @Operation(
            summary = "Accept killmails by other rules from now on",
            description = """
                    What was accepted stays. Every condition has to hold; a list that denies stands over one that allows, and an empty \
                    list says nothing. Alliances, corporations and characters are one condition, as are systems and regions: a killmail \
                    that names something allowed by any of their lists is allowed, one that names something denied by any is refused, \
                    victim and attackers alike. A killmail without a value passes `minIsk`. `{}` accepts everything, abyssal space \
                    and the void too.""",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RulesetRequest.class),
                                            examples = {
                                                @ExampleObject(name = "default", value = """
                                                        {"ruleset": {"spaceTypes": {"deny": ["abyssal", "void"]}},
                                                         "reason": "Back to what it was"}"""),
                                                @ExampleObject(name = "nullsec", value = """
                                                        {"ruleset": {"minPilots": 2, "alliances": {"deny": [99010079]},
                                                          "securityBands": {"allow": ["nullsec"]}},
                                                         "expectedVersion": 1, "reason": "Null-sec only"}""")
                                            })))
    @AdminOnly
    @TakesActs
    @PostMapping(consumes = "application/json")
    ResponseEntity<AskedAct> adopt(HttpServletRequest request);

    @Operation(
            summary = "Tell how much of the last day a ruleset would have kept",
            description =
                    "Nothing changes. The act's figures say how many were `seen`, how many of them would be `kept` and `refused`, and"
                            + " by which rule (`refused.<CODE>`); `keptToday` is what the rules in force keep of them.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = PreviewRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"ruleset": {"minIsk": 100000000,
                                                              "systems": {"allow": [30001155]}}}"""))))
    @AdminOnly
    @TakesActs
    @PostMapping(path = "/preview", consumes = "application/json")
    ResponseEntity<AskedAct> preview(HttpServletRequest request);
}
