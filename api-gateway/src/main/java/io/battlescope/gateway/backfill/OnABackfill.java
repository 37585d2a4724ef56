package io.battlescope.gateway.backfill;

import io.battlescope.gateway.problem.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what holds for everything about one backfill. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "404",
        description = "nobody started such a backfill, or it has not begun yet",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples = @ExampleObject(name = "BACKFILL_NOT_FOUND", value = """
                                                {"type": "/docs/problems.html#BACKFILL_NOT_FOUND", "title": "No such backfill",
                                                 "status": 404, "code": "BACKFILL_NOT_FOUND", "detail": "There is no backfill a1.",
                                                 "instance": "/api/v1/admin/backfills/a1",
                                                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")))
@interface OnABackfill {}
