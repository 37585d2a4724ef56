package io.battlescope.gateway.key;

import io.battlescope.api.access.Role;
import io.battlescope.gateway.admin.AdminOnly;
import io.battlescope.gateway.page.ListAnswer;
import io.battlescope.gateway.page.PageParameters;
import io.battlescope.gateway.problem.NeedsQueryDb;
import io.battlescope.gateway.problem.Problem;
import io.battlescope.gateway.problem.RefusesParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Tag(name = "admin", description = "For those who run the system")
@RequestMapping(path = "/api/v1/admin/keys", produces = "application/json")
interface KeysApi {

    @Operation(
            summary = "Make an API key",
            description =
                    "Its token is shown in this answer and never again. If the answer is lost, revoke the key and make another.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = KeyRequest.class),
                                            examples = @ExampleObject(value = """
                                                            {"name": "night watch", "role": "operator", "expiresInDays": 90,
                                                             "reason": "For those on call"}"""))))
    @ApiResponse(
            responseCode = "201",
            description = "the key, good from now on; on other gateways a moment later",
            headers =
                    @Header(
                            name = "Location",
                            description = "the key",
                            schema = @Schema(type = "string", format = "uri-reference")),
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "a key of this name is good already",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "KEY_NAME_TAKEN", value = """
                                                    {"type": "/docs/problems.html#KEY_NAME_TAKEN",
                                                     "title": "Another key has this name", "status": 409, "code": "KEY_NAME_TAKEN",
                                                     "detail": "Key 3f9k2m1x7q0a is called night watch and is still good: the audit could not tell them apart.",
                                                     "instance": "/api/v1/admin/keys",
                                                     "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")))
    @AdminOnly(role = Role.ADMIN)
    @RefusesParameters
    @NeedsQueryDb
    @PostMapping(consumes = "application/json")
    ResponseEntity<MadeKey> create(HttpServletRequest request);

    @Operation(summary = "All API keys, newest first", description = "Also those that are revoked or have expired.")
    @ApiResponse(responseCode = "200", description = "a page of keys")
    @AdminOnly(role = Role.VIEWER)
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping
    ListAnswer<KeyView> keys(PageParameters parameters);

    @Operation(summary = "An API key")
    @ApiResponse(responseCode = "200", description = "the key")
    @NoSuchKey
    @AdminOnly(role = Role.VIEWER)
    @RefusesParameters
    @NeedsQueryDb
    @GetMapping("/{keyId}")
    KeyView key(@PathVariable String keyId);

    @Operation(
            summary = "Revoke an API key",
            description = "It is refused within seconds, and stays in the list. Revoking it again changes nothing.")
    @ApiResponse(responseCode = "200", description = "the key as it is now")
    @NoSuchKey
    @AdminOnly(role = Role.ADMIN)
    @RefusesParameters
    @NeedsQueryDb
    @DeleteMapping("/{keyId}")
    KeyView revoke(@PathVariable String keyId, KeyReason reason, HttpServletRequest request);
}
