package io.battlescope.gateway.rebuild;

import io.battlescope.gateway.problem.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what holds for everything about one rebuild. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "404",
        description = "nobody asked for such a rebuild, or it has not begun yet",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples = @ExampleObject(name = "REBUILD_NOT_FOUND", value = """
                                                {"type": "/docs/problems.html#REBUILD_NOT_FOUND", "title": "No such rebuild",
                                                 "status": 404, "code": "REBUILD_NOT_FOUND", "detail": "There is no rebuild a1.",
                                                 "instance": "/api/v1/admin/rebuilds/a1",
                                                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")))
@interface OnARebuild {}
