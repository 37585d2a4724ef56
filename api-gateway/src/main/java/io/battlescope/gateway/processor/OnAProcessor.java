package io.battlescope.gateway.processor;

import io.battlescope.gateway.problem.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what holds for everything about one processor. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "404",
        description = "there is no such processor, or it has no such segment",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples = {
                            @ExampleObject(name = "PROCESSOR_NOT_FOUND", value = """
                                                {"type": "/docs/problems.html#PROCESSOR_NOT_FOUND", "title": "No such processor",
                                                 "status": 404, "code": "PROCESSOR_NOT_FOUND",
                                                 "detail": "There is no such processor; GET /api/v1/admin/processors says which there are.",
                                                 "instance": "/api/v1/admin/processors/batles/pause",
                                                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}"""),
                            @ExampleObject(name = "SEGMENT_NOT_FOUND", value = """
                                                {"type": "/docs/problems.html#SEGMENT_NOT_FOUND", "title": "No such segment",
                                                 "status": 404, "code": "SEGMENT_NOT_FOUND",
                                                 "detail": "Processor battles has no segment 7, only [0, 1].",
                                                 "instance": "/api/v1/admin/processors/battles/segments/7/split",
                                                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""")
                        }))
public @interface OnAProcessor {}
