package io.battlescope.gateway.admin;

import io.battlescope.api.access.Role;
import io.battlescope.gateway.problem.Problem;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Only for those who show a token; {@link AdminGuard} sees to it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@SecurityRequirement(name = AdminOnly.SCHEME)
@ApiResponse(
        responseCode = "401",
        description = "the token is missing or wrong",
        headers = @Header(name = "WWW-Authenticate", description = "`Bearer`", schema = @Schema(type = "string")),
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples = @ExampleObject(name = "UNAUTHORIZED", value = """
                                                {"type": "/docs/problems.html#UNAUTHORIZED", "title": "Not authorised",
                                                 "status": 401, "code": "UNAUTHORIZED",
                                                 "detail": "Send an admin's token as Authorization: Bearer <token>.",
                                                 "instance": "/api/v1/admin/acts",
                                                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")))
@ApiResponse(
        responseCode = "403",
        description = "no token is configured, so nobody may",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples = @ExampleObject(name = "ADMIN_CLOSED", value = """
                                                {"type": "/docs/problems.html#ADMIN_CLOSED",
                                                 "title": "Closed: no admin token is configured", "status": 403,
                                                 "code": "ADMIN_CLOSED",
                                                 "detail": "Nobody can be told apart as an admin here.",
                                                 "instance": "/api/v1/admin/acts",
                                                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")))
public @interface AdminOnly {

    /** Name of the way to show a token, in the contract. */
    String SCHEME = "adminToken";

    /** Says which of those who share the gateway's own token it is. */
    String ACTOR_HEADER = "X-Actor";

    /** The least role that may; unless told, {@code VIEWER} for what only reads and {@code OPERATOR} for what changes something. */
    Role[] role() default {};
}
