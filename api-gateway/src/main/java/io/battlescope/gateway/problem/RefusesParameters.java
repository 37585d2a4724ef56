package io.battlescope.gateway.problem;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the problems of a resource's parameters. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "400",
        description = "a parameter is unknown, invalid, or a cursor belongs to another list",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples = {
                            @ExampleObject(name = "PARAMETER_UNKNOWN", value = """
                                            {"type": "/docs/problems.html#PARAMETER_UNKNOWN", "title": "Unknown parameter",
                                             "status": 400, "code": "PARAMETER_UNKNOWN",
                                             "detail": "This resource takes cursor, limit.",
                                             "instance": "/api/v1/battles/b1/killmails",
                                             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
                                             "fieldErrors": [{"field": "sytemId", "reason": "is not known here"}]}"""),
                            @ExampleObject(name = "PARAMETER_INVALID", value = """
                                            {"type": "/docs/problems.html#PARAMETER_INVALID", "title": "Invalid parameter",
                                             "status": 400, "code": "PARAMETER_INVALID", "detail": "See fieldErrors.",
                                             "instance": "/api/v1/battles", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
                                             "fieldErrors": [{"field": "limit",
                                             "reason": "must be less than or equal to 100"}]}"""),
                            @ExampleObject(name = "CURSOR_INVALID", value = """
                                            {"type": "/docs/problems.html#CURSOR_INVALID", "title": "Invalid cursor",
                                             "status": 400, "code": "CURSOR_INVALID",
                                             "detail": "The cursor cannot be used here. It cannot be read. Begin again without one.",
                                             "instance": "/api/v1/battles", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
                                             "fieldErrors": [{"field": "cursor", "reason": "It cannot be read."}]}""")
                        }))
public @interface RefusesParameters {}
