package io.battlescope.gateway.key;

import io.battlescope.gateway.problem.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what is said of ids that no key has. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "404",
        description = "no key has this id",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples = @ExampleObject(name = "KEY_NOT_FOUND", value = """
                                                {"type": "/docs/problems.html#KEY_NOT_FOUND", "title": "No such key",
                                                 "status": 404, "code": "KEY_NOT_FOUND",
                                                 "detail": "There is no key 3f9k2m1x7q0a; one that was just made can take a moment.",
                                                 "instance": "/api/v1/admin/keys/3f9k2m1x7q0a",
                                                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")))
@interface NoSuchKey {}
