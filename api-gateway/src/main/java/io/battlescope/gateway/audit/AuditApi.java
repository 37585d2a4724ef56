package io.battlescope.gateway.audit;

import io.battlescope.api.access.Role;
import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.problem.NeedsQueryDb;
import io.battlescope.gateway.problem.RefusesParameters;
import io.battlescope.view.audit.AuditEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Tag(name = "admin", description = "For those who run the system")
@RequestMapping(path = "/api/v1/admin", produces = "application/json")
interface AuditApi {

    @Operation(
            summary = "Who did what, and what was refused, newest first",
            description =
                    "Acts of all admins with what came of them, keys made and revoked, and what was refused at the door: `access.login`"
                            + " for tokens that did not open, `access.request` for requests that could not be taken. Entries are never changed or"
                            + " removed.")
    @ApiResponse(responseCode = "200", description = "a page of the audit")
    @AdminOnly(role = Role.VIEWER)
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/audit")
    ListAnswer<AuditEntry> audit(AuditParameters parameters);
}
