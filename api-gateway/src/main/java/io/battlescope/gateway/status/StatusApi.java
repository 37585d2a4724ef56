package io.battlescope.gateway.status;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Tag(name = "status", description = "How far the system is")
@RequestMapping(path = "/api/v1/status", produces = "application/json")
interface StatusApi {

    @Operation(
            summary = "Killmails and battles by stage, and how far each stage is behind",
            description = "Answers even while everything behind it is away; what is not known is null.")
    @ApiResponse(responseCode = "200", description = "the status, at most a second old")
    @GetMapping
    StatusAnswer status();
}
