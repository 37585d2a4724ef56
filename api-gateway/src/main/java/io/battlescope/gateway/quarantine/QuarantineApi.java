package io.battlescope.gateway.quarantine;

import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.problem.NeedsQueryDb;
import io.battlescope.gateway.problem.RefusesParameters;
import io.battlescope.view.progress.DeadLetterView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Tag(name = "admin", description = "For those who run the system")
@RequestMapping(path = "/api/v1/admin", produces = "application/json")
interface QuarantineApi {

    @Operation(summary = "What could not be handled, newest first, with the reason")
    @ApiResponse(responseCode = "200", description = "a page of dead letters")
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/quarantine")
    ListAnswer<DeadLetterView> quarantine(QuarantineParameters parameters);
}
